import { useState } from 'react'

import { PickOne } from '~/pages/parts/toolbar/pick-one'
import { m } from '~/texts/messages'
import { CheckBox } from '~/ui/check-box'

import type { ChangeCalendar } from './use-view'
import { type CalendarView, dayCounts, dayText, readDay } from './view'

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
        <PickOne
          label={m.calendar_count()}
          value={view.count}
          offers={dayCounts}
          words={(n) => m.calendar_count_choice({ n })}
          onPick={(count) => onChange((before) => ({ ...before, count }))}
        />
      )}
      <LastDay last={last} onPick={(day) => onChange((before) => ({ ...before, last: day }))} />
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

/** The last day by its date, so that a month can be shown without walking back to it. */
function LastDay({ last, onPick }: { readonly last: number; readonly onPick: (day: number) => void }) {
  // While a year is typed, digit by digit, its dates are of no use yet.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className={classes['check']}>
      {m.calendar_last()}
      <input
        type="date"
        className={classes['number']}
        min="2000-01-01"
        value={typed ?? dayText(last)}
        onChange={({ currentTarget: { value, validity } }) => {
          const day = validity.valid ? readDay(value) : null
          setTyped(day === null ? value : null)
          if (day !== null) onPick(day)
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}
