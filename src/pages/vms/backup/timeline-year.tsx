import { type KeyboardEvent, useState } from 'react'

import { calendarDay, day as dayMs, weekdayOf } from '~/domain/calendar'
import { formatInstant } from '~/texts/format'
import { formatTick } from '~/texts/format-tick'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'

import type { TimelineDay } from './timeline-days'
import { Glyph, looks } from './timeline-looks'
import { countWords } from './timeline-mark'
import { toTheEnd } from './timeline-scroll'

import classes from './timeline-year.module.css'

/** A day of the calendar has no clock. */
const dateOf = (day: number): Date => new Date(day * dayMs)

const dayWords = ({ day, counts }: TimelineDay): string => {
  const words = formatInstant(dateOf(day), 'UTC', 'day')
  return counts.length === 0
    ? m.timeline_year_nothing({ day: words })
    : m.timeline_year_day({ day: words, counts: countWords(counts) })
}

/** How many days each key goes. Weeks are columns. */
const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
  ['ArrowLeft', -7],
  ['ArrowRight', 7],
  ['PageUp', -28],
  ['PageDown', 28],
])

/** A year of days, weeks as columns. Each says the worst of what it held; a press shows the day in the lanes. */
export function TimelineYear({
  days,
  shown,
  today,
  onDay,
}: {
  readonly days: readonly TimelineDay[]
  /** First and last day that the lanes show. */
  readonly shown: readonly [number, number]
  readonly today: number
  readonly onDay: (day: number) => void
}) {
  const [reached, setReached] = useState<number | null>(null)
  const [pointed, setPointed] = useState<TimelineDay | null>(null)
  const first = days[0]?.day ?? 0
  const last = days.at(-1)?.day ?? 0
  const lead = weekdayOf(first)
  const weeks = Math.ceil((lead + days.length) / 7)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLElement)) return
    const at = Number(event.target.dataset['day'])
    const by = steps.get(event.key)
    const to = event.key === 'Home' ? first : event.key === 'End' ? last : by === undefined ? null : at + by
    if (to === null) return
    event.preventDefault()
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)
    next?.focus()
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const grid = { role: 'grid', onKeyDown } as const
  const reachable = reached !== null && reached >= first && reached <= last ? reached : last
  return (
    <Panel title={m.timeline_year()} text={m.timeline_year_text()}>
      <div className={classes['box']} ref={toTheEnd}>
        <Months first={first - lead} weeks={weeks} from={first} />
        <table {...grid} tabIndex={-1} aria-label={m.timeline_year_grid()} className={classes['grid']}>
          <tbody>
            {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className={classes['weekday']}>
                  {formatTick(dateOf(weekday + 4), 'UTC', 'weekday')}
                </th>
                {Array.from({ length: weeks }, (_, week) => {
                  const one = days[week * 7 + weekday - lead]
                  return (
                    <td key={week} className={classes['cell']}>
                      {one && (
                        <Day
                          day={one}
                          today={one.day === today}
                          shown={one.day >= shown[0] && one.day <= shown[1]}
                          reachable={one.day === reachable}
                          onReach={() => setReached(one.day)}
                          onPoint={setPointed}
                          onPress={() => onDay(one.day)}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['pointed']} aria-hidden="true">
        {pointed ? dayWords(pointed) : m.timeline_year_hint()}
      </p>
    </Panel>
  )
}

function Day({
  day,
  today,
  shown,
  reachable,
  onReach,
  onPoint,
  onPress,
}: {
  readonly day: TimelineDay
  readonly today: boolean
  readonly shown: boolean
  readonly reachable: boolean
  readonly onReach: () => void
  readonly onPoint: (day: TimelineDay | null) => void
  readonly onPress: () => void
}) {
  // That nothing is known of a day is no news: its words say it, and the eye is left alone.
  const worst = day.counts.find(({ state }) => state !== 'gone')
  return (
    <button
      type="button"
      className={classes['day']}
      data-day={day.day}
      data-shown={shown || undefined}
      data-tone={worst ? looks[worst.state].tone : undefined}
      aria-label={dayWords(day)}
      aria-current={today ? 'date' : undefined}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => {
        onReach()
        onPoint(day)
      }}
      onPointerEnter={() => onPoint(day)}
      onPointerLeave={() => onPoint(null)}
      onBlur={() => onPoint(null)}
      onClick={onPress}
    >
      {worst && <Glyph state={worst.state} />}
    </button>
  )
}

/** The name of each month above the week in which its first day lies. */
function Months({ first, weeks, from }: { readonly first: number; readonly weeks: number; readonly from: number }) {
  return (
    <div className={classes['months']} aria-hidden="true">
      {Array.from({ length: weeks }, (_, week) => {
        const days = [0, 1, 2, 3, 4, 5, 6].map((weekday) => first + week * 7 + weekday)
        const start = days.find((day) => day >= from && calendarDay(day).day === 1)
        return (
          <span key={week} className={classes['month']}>
            {start !== undefined && formatTick(dateOf(start), 'UTC', 'month-alone')}
          </span>
        )
      })}
    </div>
  )
}
