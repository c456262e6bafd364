import type { CalendarDay } from '~/domain/fleet-day'
import { roles } from '~/pages/parts/grid/grid-roles'
import { formatInstant, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import type { DayTotal, Totals } from './totals'
import { dayWords } from './words'

import classes from './heat.module.css'

/** The days, and under each how much went wrong on it. */
export function HeatHead({
  days,
  zone,
  today,
  totals,
}: {
  readonly days: readonly CalendarDay[]
  readonly zone: string
  readonly today: number
  /** Null: they say nothing, for how backups ended is not known. */
  readonly totals: Totals | null
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
          <TotalCell key={day.number} column={place} total={totals?.days[place] ?? null} />
        ))}
      </tr>
    </thead>
  )
}

function TotalCell({ column, total }: { readonly column: number; readonly total: DayTotal | null }) {
  const bad = total === null ? 0 : total.failed + total.missed
  const words =
    total === null
      ? m.calendar_state_unknown()
      : bad === 0
        ? m.calendar_total_none()
        : m.calendar_total_cell({ n: formatNumber(bad), failed: total.failed, missed: total.missed })
  return (
    <td
      {...roles.cell}
      aria-colindex={column + 2}
      aria-label={words}
      title={words}
      className={classes['total']}
      data-bad={bad > 0 || undefined}
    >
      {total === null ? '–' : formatNumber(bad)}
    </td>
  )
}
