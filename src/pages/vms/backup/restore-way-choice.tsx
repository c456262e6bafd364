import { Radio } from '@mantine/core'

import type { RestoreWay } from '~/domain/backup-ways'
import { m } from '~/texts/messages'

import classes from './restore.module.css'

const words: Readonly<Record<RestoreWay['way'], { readonly label: () => string; readonly text?: () => string }>> = {
  'in-place': { label: m.ways_restore_in_place, text: m.ways_restore_in_place_text },
  'new-vm': { label: m.ways_restore_new, text: m.ways_restore_new_text },
  'by-request': { label: m.ways_restore_request },
}

/** Chooses among several ways; where there is only one, there is nothing to choose. */
export function RestoreWayChoice({
  ways,
  chosen,
  onChoose,
}: {
  readonly ways: readonly RestoreWay[]
  readonly chosen: RestoreWay
  readonly onChoose: (way: RestoreWay['way']) => void
}) {
  if (ways.length < 2) return null
  return (
    <Radio.Group label={m.ways_restore_how()} value={chosen.way}>
      <div className={classes['ways']}>
        {ways.map((one) => (
          <Radio
            key={one.way}
            value={one.way}
            label={words[one.way].label()}
            description={
              one.way === 'in-place' && one.unsure ? m.ways_restore_in_place_unsure() : words[one.way].text?.()
            }
            onChange={() => onChoose(one.way)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
