import { m } from '~/texts/messages'

import { countsOf, type MarkState, type TimelineItem } from './timeline-items'
import { Glyph, looks } from './timeline-looks'

import classes from './timeline.module.css'

/** States of which nothing can be expected yet, or nothing can be said. */
const open: ReadonlySet<MarkState> = new Set(['planned', 'due', 'running', 'gone'])

/** What is shown, in words: how many planned runs went well, and how many marks of each shape there are. */
export function TimelineSummary({ items }: { readonly items: readonly TimelineItem[] }) {
  const passed = items.filter(({ run, state }) => run !== null && !open.has(state))
  const good = passed.filter(({ state }) => state === 'on-time' || state === 'late').length
  return (
    <div className={classes['summary']}>
      <p className={classes['sum']}>
        {passed.length === 0 ? m.timeline_summary_none() : m.timeline_summary({ n: passed.length, good })}
      </p>
      <ul className={classes['legend']}>
        {countsOf(items).map(({ state, n }) => (
          <li key={state} className={classes['state']}>
            <Glyph state={state} />
            {looks[state].count({ n })}
          </li>
        ))}
      </ul>
    </div>
  )
}
