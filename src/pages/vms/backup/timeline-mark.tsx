import { formatDuration, formatInstant, formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { runWords } from '~/texts/schedule-words'
import { Hint } from '~/ui/hint'

import { ItemFacts } from './timeline-card'
import { countsOf, type TimelineItem } from './timeline-items'
import { Glyph, looks, StateWords } from './timeline-looks'
import type { TimelineMark } from './timeline-marks'

import classes from './timeline.module.css'

const timeWords = ({ run, backup, from }: TimelineItem, zone: string): string =>
  run ? runWords(run, zone) : formatInstant(backup?.createdAt ?? new Date(from), zone)

/** States with their numbers: "1 missed and 4 on time". */
export const countWords = (counts: ReturnType<typeof countsOf>): string =>
  formatList(counts.map(({ state, n }) => looks[state].count({ n })))

/** All that the mark says, in one line. */
export function markWords({ items }: TimelineMark, zone: string): string {
  const [first] = items
  const last = items.at(-1)
  if (!first || !last) return ''
  if (items.length > 1)
    return m.timeline_mark_group({
      n: items.length,
      counts: countWords(countsOf(items)),
      from: formatInstant(new Date(first.from), zone),
      to: formatInstant(new Date(last.to), zone),
    })
  const state = looks[first.state].words()
  const time = timeWords(first, zone)
  return first.state === 'late' && first.delay !== null
    ? m.timeline_mark_delay({ state, time, delay: formatDuration(first.delay) })
    : m.timeline_mark({ state, time })
}

/** A part of the range as a length in CSS. */
export const percent = (part: number): string => `${(part * 100).toFixed(3)}%`

/** One mark of a lane: a button at its place; hover and focus tell of it, a press opens it. */
export function Mark({
  mark,
  row,
  zone,
  reachable,
  opened,
  onOpen,
  onFocus,
}: {
  readonly mark: TimelineMark
  /** Place of its lane, from 0. */
  readonly row: number
  readonly zone: string
  /** The one mark that the Tab key reaches. */
  readonly reachable: boolean
  /** It is open: then the card beside the pointer would say it twice. */
  readonly opened: boolean
  readonly onOpen: (anchor: HTMLElement) => void
  readonly onFocus: () => void
}) {
  const [first] = mark.items
  const several = mark.items.length > 1
  const isBar = mark.width !== null && !several
  const wide = (isBar ? mark.width : mark.tail) ?? 0
  if (!first) return null
  return (
    <td className={classes['cell']} style={{ left: percent(isBar ? mark.x - wide / 2 : mark.x), width: percent(wide) }}>
      {mark.tail !== null && <span className={classes['tail']} aria-hidden="true" data-tone={looks[mark.state].tone} />}
      <Hint
        quiet={opened}
        content={several ? <Several items={mark.items} zone={zone} /> : <ItemFacts item={first} zone={zone} />}
      >
        {(trigger) => (
          <button
            type="button"
            {...trigger}
            className={classes['mark']}
            data-row={row}
            data-x={mark.x}
            data-bar={isBar || undefined}
            data-several={several || undefined}
            data-tone={looks[mark.state].tone}
            data-state={mark.state}
            tabIndex={reachable ? 0 : -1}
            aria-label={markWords(mark, zone)}
            aria-haspopup="dialog"
            onFocus={(event) => {
              trigger.onFocus(event)
              onFocus()
            }}
            onClick={(event) => {
              trigger.onPointerLeave()
              onOpen(event.currentTarget)
            }}
          >
            <Glyph state={mark.state} />
            {several && <span aria-hidden="true">{mark.items.length}</span>}
          </button>
        )}
      </Hint>
    </td>
  )
}

/** What stands together in one place. */
function Several({ items, zone }: { readonly items: readonly TimelineItem[]; readonly zone: string }) {
  const [first] = items
  const last = items.at(-1)
  return (
    <div className={classes['card']}>
      <strong>{m.timeline_card_group({ n: items.length })}</strong>
      <p className={classes['about']}>
        {m.timeline_between({
          from: formatInstant(first ? new Date(first.from) : null, zone),
          to: formatInstant(last ? new Date(last.to) : null, zone),
        })}
      </p>
      <ul className={classes['plain']}>
        {countsOf(items).map(({ state, n }) => (
          <li key={state}>
            <StateWords state={state} /> {n}
          </li>
        ))}
      </ul>
    </div>
  )
}
