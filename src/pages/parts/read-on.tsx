import { mostAtOnce, type ReadRows } from '~/api/queries/read-on'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import classes from './read-on.module.css'

/** Of a list that is too long to be read whole by itself: what was read of it, and the way to read more. */
export function ReadOn({
  reading: { total, untold, end, goal, long },
  busy,
  words,
  onMore,
}: {
  readonly reading: ReadRows<unknown>
  readonly busy: boolean
  /** What goes by what was read. */
  readonly words: string
  /** Someone wants so many rows more. */
  readonly onMore: (rows: number) => void
}) {
  if (!long) return null
  return (
    <section className={classes['line']} aria-label={m.long_label()}>
      <p>{words}</p>
      {busy && end < goal ? (
        <span className={classes['work']}>
          <progress max={goal} value={end} aria-label={m.long_label()} />
          <output>{m.long_progress({ read: end, total: goal })}</output>
        </span>
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => onMore(mostAtOnce)}>
          {untold ? m.long_more_untold() : m.long_more({ n: formatNumber(Math.min(mostAtOnce, total - end)) })}
        </Button>
      )}
    </section>
  )
}
