import { countsOf, type TimelineItem } from './timeline-items'
import { Glyph, looks } from './timeline-looks'

import classes from './timeline.module.css'

/** What is shown, in words: how many planned runs went well, and how many marks of each shape there are. */
export function TimelineSummary({ words, items }: { readonly words: string; readonly items: readonly TimelineItem[] }) {
  return (
    <div className={classes['summary']}>
      <p className={classes['sum']}>{words}</p>
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
