import { m } from '~/texts/messages'
import { CheckBox } from '~/ui/check-box'

import type { ChangeCalendar } from './use-view'
import { type CalendarView, dayCounts } from './view'

import classes from './page.module.css'

/** Which days: how many, back and forth, and today again. */
export function DayControls({
  view,
  last,
  step,
  fixed,
  onChange,
}: {
  readonly view: CalendarView
  /** The last day that is shown, in days since 1970-01-01. */
  readonly last: number
  /** How many days are shown. */
  readonly step: number
  /** There is no room for more than these, so nothing is to be chosen. */
  readonly fixed: boolean
  readonly onChange: ChangeCalendar
}) {
  const move = (by: number) => onChange((before) => ({ ...before, last: last + by }))
  return (
    <div className={classes['controls']}>
      <span className={classes['moves']}>
        <button type="button" onClick={() => move(-step)}>
          {m.calendar_earlier()}
        </button>
        <button type="button" onClick={() => onChange((before) => ({ ...before, last: null }))}>
          {m.calendar_today()}
        </button>
        <button type="button" onClick={() => move(step)}>
          {m.calendar_later()}
        </button>
      </span>
      {!fixed && (
        <select
          className={classes['count']}
          aria-label={m.calendar_count()}
          value={view.count}
          onChange={(event) => {
            const count = dayCounts.find((one) => String(one) === event.currentTarget.value)
            if (count) onChange((before) => ({ ...before, count }))
          }}
        >
          {dayCounts.map((count) => (
            <option key={count} value={count}>
              {m.calendar_count_choice({ n: count })}
            </option>
          ))}
        </select>
      )}
      <label className={classes['check']}>
        <CheckBox
          checked={view.trouble}
          onChange={(event) => {
            const trouble = event.currentTarget.checked
            onChange((before) => ({ ...before, trouble }))
          }}
        />
        {m.calendar_trouble()}
      </label>
    </div>
  )
}
