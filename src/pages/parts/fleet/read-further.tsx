import { type Fleet, readFurther } from '~/api/queries'
import { mostAtOnce } from '~/api/queries/fleet-windows'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import classes from './read-further.module.css'

/** Of a list that is too long to be read whole by itself: what was counted, and the way to count more. */
export function ReadFurther({
  reading: { text, vms, unreadable, total, end, wanted, long },
  busy,
}: {
  readonly reading: Fleet
  readonly busy: boolean
}) {
  const read = vms.length + unreadable
  if (!long) return null
  const goal = Math.min(wanted, total)
  const reading = busy && end < goal
  const more = Math.min(mostAtOnce, total - end)
  return (
    <section className={classes['line']} aria-label={m.vms_long_label()}>
      <p>{text === '' ? m.vms_long_counted({ read, total }) : m.vms_long_counted_found({ read, total })}</p>
      {reading ? (
        <span className={classes['work']}>
          <progress max={goal} value={end} aria-label={m.vms_long_label()} />
          <output>{m.vms_progress({ read: end, total: goal })}</output>
        </span>
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => void readFurther(text, mostAtOnce)}>
          {m.vms_long_more({ n: formatNumber(more) })}
        </Button>
      )}
    </section>
  )
}
