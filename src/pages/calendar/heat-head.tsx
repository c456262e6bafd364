import type { DaySum } from '~/domain/day-sums'
import type { CalendarDay } from '~/domain/fleet-day'
import { roles } from '~/pages/parts/grid/grid-roles'
import { formatInstant, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import type { Totals } from './totals'
import { dayWords } from './words'

import classes from './heat.module.css'

/** The days, and under each how much went wrong on it. */
export function HeatHead({
  days,
  zone,
  today,
  totals,
  wholeSince,
}: {
  readonly days: readonly CalendarDay[]
  readonly zone: string
  readonly today: number
  /** Null: they say nothing, for how backups ended is not known. */
  readonly totals: Totals | null
  /** Of days before, no number is the whole. */
  readonly wholeSince: Date | null
}) {
  return (
    <thead {...roles.group} className={classes['head']}>
      <tr {...roles.row} aria-rowindex={1} className={classes['line']}>
        <th {...roles.columnHead} aria-colindex={1} scope="col" className={classes['corner']}>
          {m.calendar_vm()}
        </th>
        {days.map((day, place) => (
          <th
            key={day.number}
            {...roles.columnHead}
            aria-colindex={place + 2}
            scope="col"
            className={classes['day']}
            data-today={place === today || undefined}
            aria-label={place === today ? m.calendar_today_of({ day: dayWords(day, zone) }) : dayWords(day, zone)}
          >
            <span>{formatInstant(day.from, zone, 'weekday')}</span>
            <strong>{formatInstant(day.from, zone, 'month-day')}</strong>
          </th>
        ))}
      </tr>
      <tr {...roles.row} aria-rowindex={2} className={classes['line']} data-totals>
        <th {...roles.rowHead} aria-colindex={1} scope="row" className={classes['corner']}>
          {m.calendar_totals()}
        </th>
        {days.map((day, place) => (
          <TotalCell
            key={day.number}
            column={place}
            total={totals?.days[place] ?? null}
            whole={wholeSince !== null && wholeSince <= day.from}
          />
        ))}
      </tr>
    </thead>
  )
}

function totalWords({ failed, missed }: DaySum, whole: boolean): string {
  const bad = failed + missed
  if (bad === 0) return m.calendar_total_none()
  return (whole ? m.calendar_total_cell : m.calendar_total_least)({ n: formatNumber(bad), failed, missed })
}

function TotalCell({
  column,
  total,
  whole,
}: {
  readonly column: number
  readonly total: DaySum | null
  readonly whole: boolean
}) {
  const bad = total === null ? 0 : total.failed + total.missed
  const untold = total === null || (bad === 0 && !whole)
  const words = untold ? m.calendar_state_unknown() : totalWords(total, whole)
  return (
    <td
      {...roles.cell}
      aria-colindex={column + 2}
      aria-label={words}
      title={words}
      className={classes['total']}
      data-bad={bad > 0 || undefined}
    >
      {untold ? '–' : formatNumber(bad)}
    </td>
  )
}
