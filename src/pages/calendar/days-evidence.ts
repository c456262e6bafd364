import { addressOf } from '~/api/queries/place'
import type { OutcomesOfDays } from '~/api/queries/trail'
import type { EvidenceTable } from '~/domain/evidence'
import type { CalendarDay, VmDay } from '~/domain/fleet-day'
import { type EvidenceList, filterWords, orderWords } from '~/pages/parts/evidence/list'
import { sortWords } from '~/pages/parts/fleet/facet-words'
import { fleetFilterWords } from '~/pages/parts/fleet/filter-words'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { paths } from '~/pages/paths'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'

import type { DayReader } from './days'
import { type CalendarView, dayText, writeCalendar } from './view'
import { cellWords, gapWords } from './words'

const dayCell = (day: VmDay): string => (day.gap === null ? cellWords(day) : `${cellWords(day)}. ${gapWords(day.gap)}`)

/** A row for each VM and a column for each day, in the words of the cells; why a day is not known is said with it. */
const daysTable = (rows: readonly VmRow[], days: readonly CalendarDay[], read: DayReader): EvidenceTable => ({
  columns: [
    { key: 'name', head: m.calendar_vm() },
    { key: 'id', head: m.evidence_id(), filesOnly: true },
    { key: 'uuid', head: m.evidence_uuid(), filesOnly: true },
    { key: 'datacenter', head: m.vms_facet_datacenter(), beneath: 'name' },
    { key: 'tenant', head: m.vms_tenant(), beneath: 'name' },
    ...days.map(({ number }) => ({ key: dayText(number), head: dayText(number) })),
  ],
  rows: rows.map((row) => ({
    id: row.id,
    zone: row.vm.timeZone,
    cells: [
      row.vm.name,
      row.vm.id,
      row.vm.uuid,
      row.vm.datacenter?.name ?? null,
      row.vm.tenant?.name ?? null,
      ...read(row).map(dayCell),
    ],
  })),
})

/** What of the days is not known. */
function gapsOf(trail: OutcomesOfDays | null, zone: string, hasPolicies: boolean): readonly string[] {
  const since = trail?.wholeSince ?? null
  return [
    ...(trail === null || (since === null && !trail.complete) ? [m.evidence_gap_outcomes()] : []),
    ...(trail !== null && since !== null && !trail.complete
      ? [m.evidence_gap_outcomes_partial({ time: formatInstant(since, zone, 'long') })]
      : []),
    ...(trail?.reading ? [m.evidence_gap_days_reading()] : []),
    ...(hasPolicies ? [] : [m.evidence_gap_policies()]),
  ]
}

/** The calendar's days as they are shown. The address names the last day, so that it shows the same days tomorrow. */
export function daysEvidence({
  rows,
  total,
  days,
  last,
  read,
  view,
  trail,
  asOf,
  hasPolicies,
  zone,
}: {
  readonly rows: readonly VmRow[]
  readonly total: number
  readonly days: readonly CalendarDay[]
  /** In days since 1970-01-01. */
  readonly last: number
  readonly read: DayReader
  readonly view: CalendarView
  readonly trail: OutcomesOfDays | null
  /** When the older of the VMs and their ends was read; null: not all is there. */
  readonly asOf: Date | null
  readonly hasPolicies: boolean
  readonly zone: string
}): EvidenceList {
  const first = days[0]?.number ?? last
  const { sort } = view.fleet
  return {
    title: m.calendar_title(),
    name: [m.calendar_title(), dayText(first), dayText(last)],
    table: daysTable(rows, days, read),
    total,
    filters: [
      m.evidence_days({ first: dayText(first), last: dayText(last), zone }),
      ...fleetFilterWords(view.fleet),
      ...(view.trouble ? filterWords(m.calendar_filter_trouble(), m.calendar_filter_only()) : []),
    ],
    order: orderWords(sortWords[sort.key](), sort.direction),
    asOf,
    gaps: gapsOf(trail, zone, hasPolicies),
    judged: false,
    address: addressOf(`${paths.calendar()}?${writeCalendar({ ...view, last })}`),
  }
}
