import { addressOf } from '~/api/queries/place'
import type { CsvCell } from '~/domain/csv'
import type { EvidenceRow, EvidenceTable } from '~/domain/evidence'
import type { CalendarDay } from '~/domain/fleet-day'
import type { LoadGroup, ScheduleLoad } from '~/domain/schedule-load'
import type { EvidenceList } from '~/pages/parts/evidence/list'
import { fleetFilterWords } from '~/pages/parts/fleet/filter-words'
import { paths } from '~/pages/paths'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'

import { type CalendarView, dayText, isFleetFiltered, writeCalendar } from './view'
import { hourWords } from './week-words'

/** What is said of an hour beside its VMs. */
type Hour = readonly [day: string | null, hour: string, runs: number | null, collision: string | null]

const rowsOf = (key: string, hour: Hour, groups: readonly LoadGroup[]): readonly EvidenceRow[] =>
  groups.map(({ policyId, policyName, datacenter, vms }): EvidenceRow => {
    const [day, words, runs, collision] = hour
    const cells: readonly CsvCell[] = [
      day,
      words,
      policyName,
      policyId,
      datacenter,
      vms.length,
      vms.map(({ name }) => name).join('; '),
      runs,
      collision,
    ]
    return { id: [key, policyId, datacenter ?? ''].join('\n'), zone: null, cells }
  })

/**
 * A row for the VMs of one policy in one datacenter whose runs begin in one hour, in the order of the clock; then those
 * that no hour can be named for.
 * @param limit With more runs an hour is a collision.
 */
const weekTable = (days: readonly CalendarDay[], load: ScheduleLoad, limit: number): EvidenceTable => ({
  columns: [
    { key: 'day', head: m.evidence_week_day() },
    { key: 'hour', head: m.calendar_week_hour() },
    { key: 'policy', head: m.evidence_policy() },
    { key: 'policyId', head: m.evidence_policy_id(), filesOnly: true },
    { key: 'datacenter', head: m.vms_facet_datacenter() },
    { key: 'vms', head: m.calendar_week_vms() },
    { key: 'vmNames', head: m.evidence_week_names(), filesOnly: true },
    { key: 'runsInHour', head: m.evidence_week_runs() },
    { key: 'collision', head: m.evidence_week_collision() },
  ],
  rows: [
    ...days.flatMap(({ number }, place) =>
      (load.hours[place] ?? []).flatMap(({ runs, groups }, hour) =>
        rowsOf(
          `${number} ${hour}`,
          [dayText(number), hourWords(hour), runs, runs > limit ? m.evidence_yes() : m.evidence_no()],
          groups,
        ),
      ),
    ),
    ...rowsOf('hourly', [null, m.calendar_week_hourly(), null, null], load.hourly),
    ...rowsOf('delegated', [null, m.calendar_week_delegated(), null, null], load.delegated),
  ],
})

/** The plans of the coming week as they are shown. */
export function weekEvidence({
  days,
  load,
  view,
  zone,
  now,
  asOf,
  gaps,
}: {
  readonly days: readonly CalendarDay[]
  readonly load: ScheduleLoad
  readonly view: CalendarView
  readonly zone: string
  readonly now: Date
  /** When VMs and policies were read, the older of the two. */
  readonly asOf: Date | null
  /** What of VMs and policies is missing or old; each a sentence. */
  readonly gaps: readonly string[]
}): EvidenceList {
  const table = weekTable(days, load, view.limit)
  const [first, last] = [days[0], days.at(-1)].map((day) => dayText(day?.number ?? 0))
  return {
    title: m.evidence_week_title(),
    name: [m.evidence_week_title(), first ?? '', last ?? ''],
    table,
    total: isFleetFiltered(view) ? null : table.rows.length,
    filters: [
      m.evidence_days({ first: first ?? '', last: last ?? '', zone }),
      ...fleetFilterWords(view.fleet),
      m.evidence_week_limit({ n: view.limit }),
    ],
    order: m.evidence_week_order(),
    asOf,
    gaps: [
      m.evidence_week_from({ time: formatInstant(now, zone, 'long') }),
      ...(load.unknown > 0 ? [m.calendar_week_unknown({ n: load.unknown })] : []),
      ...(load.outOfForce > 0 ? [m.calendar_week_out({ n: load.outOfForce })] : []),
      ...gaps,
    ],
    judged: false,
    address: addressOf(`${paths.calendar()}?${writeCalendar(view)}`),
  }
}
