import { thresholds } from '~/api/queries/thresholds'
import type { Backup } from '~/domain/backup'
import { isWindowOpen, nextRunOf } from '~/domain/next-run'
import type { BackupPolicy } from '~/domain/policy'
import { isDeployed, type VirtualMachine } from '~/domain/virtual-machine'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { runWords } from '~/texts/schedule-words'
import { useClock } from '~/ui/clock'
import { Time } from '~/ui/time'

/** When the next backup of a VM is due, or who knows. */
export function NextRun({
  vm,
  policies,
  found,
  now,
  zone = null,
}: {
  readonly vm: VirtualMachine
  readonly policies: readonly BackupPolicy[]
  /** Results of the VM; null where they are not known. */
  readonly found: readonly Backup[] | null
  readonly now: Date
  /** IANA name of the datacenter's zone, for the other clocks. */
  readonly zone?: string | null
}) {
  const clock = useClock(zone)
  if (vm.state === 'unknown') return m.vm_protection_next_unknown()
  if (!isDeployed(vm)) return m.vm_protection_next_undeployed()
  const due = nextRunOf(vm, policies, now, found, thresholds())
  switch (due.kind) {
    case 'instant':
      return <Time at={due.at} zone={zone} />
    case 'window':
      return isWindowOpen(due, now)
        ? m.schedule_window_open({ to: formatInstant(due.to, clock) })
        : runWords(due, clock)
    case 'system':
      return m.vm_protection_next_system()
    case 'unknown':
      return m.vm_protection_next_unknown()
    case 'none':
      return m.vm_protection_next_none()
  }
}
