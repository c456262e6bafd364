import { onHost } from '~/api/queries/place'
import type { LastOutcome, VmRow } from '~/pages/parts/fleet/fleet-rows'
import { ProtectionBadge } from '~/pages/parts/protection-badge'
import { VmStateMark } from '~/pages/parts/vm-state-mark'
import { paths } from '~/pages/paths'
import { formatAge, formatDuration, formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import { taskKindWords } from '~/texts/states'
import { ShapeIcon } from '~/ui/state-mark'
import { useNow } from '~/ui/use-now'

import { SelectBox } from './list-select'

import classes from './list-card.module.css'

const minute = 60_000

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Height of a card in pixels, as the stylesheet has it. */
export const cardHeight = 158
/** Where several tenants are in sight, a line more says whose it is. */
export const cardHeightWithTenant = 178
/** The least width in pixels. */
export const cardWidth = 300

/** Characters. The link of a longer name is cut by itself: it may be much wider than the least card. */
const longName = 24

const known = perLanguage(() => new Map<number, string>())

/** "2 disks"; the few numbers that occur are kept, for choosing a plural anew at each card would be felt in scrolling. */
function disksWords(n: number): string {
  const words = known().get(n) ?? m.vms_disk_count({ n })
  known().set(n, words)
  return words
}

/** A VM at a glance. Plain elements only, and few: it is drawn again and again while the list scrolls. */
export function VmCard({ row, tenants }: { readonly row: VmRow; readonly tenants: boolean }) {
  const { vm, task } = row
  const disks =
    vm.diskCount === null ? null : m.vms_disks({ disks: disksWords(vm.diskCount), size: formatSize(vm.diskMb) })
  const size = [m.vms_cpus({ n: vm.cpu }), formatSize(vm.memoryMb), disks].filter((part) => part !== null).join(' · ')
  // What is not known takes no line.
  const below = [row.appliance, tenants ? vm.tenant?.name : ''].flatMap((line) => (line ? `${inOneLine(line)}\n` : []))
  return (
    <article className={classes['card']} data-busy={vm.state === 'locked' || undefined}>
      <div className={classes['lines']}>
        <SelectBox id={vm.id} name={vm.name} />
        {vm.guard && <Guard cause={vm.guard.cause} />}
        <h2 className={classes['name']} data-long={vm.name.length > longName || undefined}>
          <a href={onHost(paths.vm(vm.id))} title={vm.name}>
            {inOneLine(vm.name)}
          </a>
        </h2>
        {`\n${size}\n`}
        <span className={classes['soft']}>
          {below.join('')}
          {row.outcome && <LastResult outcome={row.outcome} />}
          {vm.datacenter && inOneLine(vm.datacenter.name)}
        </span>
      </div>
      <footer className={classes['foot']}>
        {task ? (
          <span className={classes['state']}>
            <VmStateMark vm={vm} />
            <span className={classes['work']}>
              {/* Of backups and restores the badge speaks. */}
              {task.kind !== 'backup' && task.kind !== 'restore' && `${taskKindWords(task)} `}
              <Elapsed since={task.startedAt} />
            </span>
          </span>
        ) : (
          <VmStateMark vm={vm} />
        )}
        <ProtectionBadge vm={vm} protection={row.protection} outcome={row.outcome} />
      </footer>
    </article>
  )
}

/** The padlock: an administrator blocked changes. */
const Guard = ({ cause }: { readonly cause: string | null }) => (
  <span className={classes['guard']} title={cause ? m.vms_guarded_because({ cause }) : m.vms_guarded()}>
    <ShapeIcon shape="lock" />
    <span className={classes['hidden']}>{m.vms_guarded()}</span>
  </span>
)

/** How long ago the newest known backup ended, and whether well. */
function LastResult({ outcome: { outcome, at } }: { readonly outcome: LastOutcome }) {
  const age = formatAge(Math.max(0, useNow(60_000).getTime() - at.getTime()))
  return (
    <span className={classes['last']} data-failed={outcome === 'failed' || undefined}>
      {outcome === 'failed' ? m.vms_last_failed({ age }) : m.vms_last({ age })}
    </span>
  )
}

function Elapsed({ since }: { readonly since: Date }) {
  const ms = Math.max(0, useNow(5_000).getTime() - since.getTime())
  // Seconds matter for a short while only, and the card is narrow.
  return formatDuration(ms < minute ? ms : ms - (ms % minute))
}
