import { Button } from '@mantine/core'

import type { Situation } from '~/domain/situation'
import { m } from '~/texts/messages'
import { Popup } from '~/ui/popup'

import { ItemFacts, RestoreLink } from './timeline-card'
import { markWords } from './timeline-mark'
import type { TimelineMark } from './timeline-marks'

import classes from './timeline.module.css'

/** More than this cannot be read in a card; a nearer look shows the rest. */
const most = 6

/** What a mark stands for, with the way to a restore. */
export function TimelineOpened({
  anchor,
  mark,
  zone,
  situation,
  onShow,
  onClose,
}: {
  readonly anchor: HTMLElement
  readonly mark: TimelineMark
  readonly zone: string
  readonly situation: Situation
  readonly onShow: (from: Date, to: Date) => void
  readonly onClose: () => void
}) {
  const { items } = mark
  const [first] = items
  const last = items.at(-1)
  return (
    <Popup anchor={anchor} label={markWords(mark, zone)} onClose={onClose} look="wide">
      <div className={classes['opened']}>
        {items.slice(0, most).map((item) => (
          <div key={item.id} className={classes['one']}>
            <ItemFacts item={item} zone={zone} />
            <RestoreLink item={item} situation={situation} />
          </div>
        ))}
        {items.length > most && <p className={classes['about']}>{m.timeline_more({ n: items.length - most })}</p>}
        {first && last && items.length > 1 && (
          <Button
            size="xs"
            variant="light"
            onClick={() => {
              onClose()
              onShow(new Date(first.from), new Date(last.to))
            }}
          >
            {m.timeline_show_stretch()}
          </Button>
        )}
      </div>
    </Popup>
  )
}
