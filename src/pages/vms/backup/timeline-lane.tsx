import type { BackupPolicy } from '~/domain/policy'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'

import type { TimelineRow } from './timeline-items'
import { Mark } from './timeline-mark'
import { marksOf, type TimelineMark } from './timeline-marks'
import { laneNote, laneWords } from './timeline-words'

import classes from './timeline.module.css'

/** One lane: its policy above, its marks on their times. */
export function TimelineLane({
  row,
  place,
  range,
  zone,
  vm,
  policies,
  reached,
  takesTab,
  opened,
  onReach,
  onOpen,
}: {
  readonly row: TimelineRow
  readonly place: number
  readonly range: { readonly from: Date; readonly to: Date }
  readonly zone: string
  readonly vm: VirtualMachine
  readonly policies: readonly BackupPolicy[] | null
  /** The mark that the Tab key reaches, by lane and item; null for none yet. */
  readonly reached: string | null
  /** While no mark was reached yet, the newest of this lane is the one. */
  readonly takesTab: boolean
  /** The mark that is open, by lane and mark. */
  readonly opened: string | null
  readonly onReach: (key: string) => void
  readonly onOpen: (anchor: HTMLElement, mark: TimelineMark) => void
}) {
  const marks = marksOf(row.items, range)
  const { lane } = row
  const note = lane && laneNote(lane, vm)
  const delegated = lane?.schedule?.every === 'system'
  return (
    <tr className={classes['lane']} data-delegated={delegated || undefined}>
      <th scope="row" className={classes['label']}>
        <bdi className={classes['name']}>{lane ? lane.policyName : m.timeline_unasked()}</bdi>
        <span className={classes['what']}>{lane ? laneWords(lane, vm, policies) : m.timeline_unasked_text()}</span>
        {note !== null && <span className={classes['note']}>{note}</span>}
      </th>
      {(delegated || marks.length === 0) && (
        <td className={classes['nothing']}>{delegated ? m.timeline_by_system() : m.timeline_nothing()}</td>
      )}
      {marks.map((mark, index) => {
        const isReached = mark.items.some(({ id }) => `${row.key} ${id}` === reached)
        return (
          <Mark
            key={mark.key}
            mark={mark}
            row={place}
            zone={zone}
            reachable={isReached || (takesTab && index === marks.length - 1)}
            opened={opened === `${row.key} ${mark.key}`}
            onFocus={() => onReach(`${row.key} ${mark.key}`)}
            onOpen={(anchor) => onOpen(anchor, mark)}
          />
        )
      })}
    </tr>
  )
}
