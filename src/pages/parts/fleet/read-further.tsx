import { type Fleet, readFurther } from '~/api/queries'
import { ReadOn } from '~/pages/parts/read-on'
import { totalWords } from '~/pages/parts/total-words'
import { m } from '~/texts/messages'

/** Of a fleet that is too long to be read whole by itself: what was counted, and the way to count more. */
export function ReadFurther({ reading, busy }: { readonly reading: Fleet; readonly busy: boolean }) {
  const { text, rows, unreadable } = reading
  const total = totalWords(reading)
  const read = rows.length + unreadable
  return (
    <ReadOn
      reading={reading}
      busy={busy}
      words={text === '' ? m.vms_long_counted({ read, total }) : m.vms_long_counted_found({ read, total })}
      onMore={(more) => void readFurther(text, more)}
    />
  )
}
