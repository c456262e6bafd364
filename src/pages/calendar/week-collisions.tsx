import type { CalendarDay } from '~/domain/fleet-day'
import type { LoadHour, ScheduleLoad } from '~/domain/schedule-load'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { formatList, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import { Panel } from '~/ui/page'
import type { Column } from '~/ui/table'

import { hourOfDay } from './week-words'

import classes from './page.module.css'

interface Collision extends LoadHour {
  readonly id: string
  readonly when: string
}

const unique = (names: readonly string[]): string => formatList([...new Set(names)])

const columns = perLanguage((): readonly Column<Collision>[] => [
  { key: 'when', head: m.calendar_week_when(), cell: ({ when }) => when },
  { key: 'runs', head: m.calendar_week_runs(), align: 'end', cell: ({ runs }) => formatNumber(runs) },
  {
    key: 'vms',
    head: m.calendar_week_vms(),
    align: 'end',
    cell: ({ groups }) => formatNumber(new Set(groups.flatMap(({ vms }) => vms.map(({ id }) => id))).size),
  },
  {
    key: 'policies',
    head: m.calendar_week_policies(),
    cell: ({ groups }) => <bdi>{unique(groups.map(({ policyName }) => policyName))}</bdi>,
  },
  {
    key: 'datacenters',
    head: m.calendar_week_datacenters(),
    cell: ({ groups }) => (
      <bdi>{unique(groups.map(({ datacenter }) => datacenter ?? m.calendar_week_place_unknown()))}</bdi>
    ),
  },
])

/** The hours in which more runs begin than the person wants, the fullest first. */
export function WeekCollisions({
  days,
  load,
  zone,
  limit,
}: {
  readonly days: readonly CalendarDay[]
  readonly load: ScheduleLoad
  readonly zone: string
  readonly limit: number
}) {
  const rows = days
    .flatMap((day, place) =>
      (load.hours[place] ?? []).flatMap((cell, hour): readonly Collision[] =>
        cell.runs > limit ? [{ ...cell, id: `${day.number} ${hour}`, when: hourOfDay(day, hour, zone) }] : [],
      ),
    )
    .toSorted((one, other) => other.runs - one.runs)
  return (
    <div className={classes['below']}>
      <Panel title={m.calendar_week_collisions()} flush={rows.length > 0}>
        {rows.length === 0 ? (
          <p className={classes['soft']}>{m.calendar_week_collisions_none({ n: limit })}</p>
        ) : (
          <ResponsiveTable label={m.calendar_week_collisions()} rows={rows} columns={columns()} />
        )}
      </Panel>
    </div>
  )
}
