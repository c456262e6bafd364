import { useQuery } from '@tanstack/react-query'

import { disks } from '~/api/queries'
import type { Backup } from '~/domain/backup'
import type { BackupWays, RestoreWay } from '~/domain/backup-ways'
import { placeOf, type VirtualMachine } from '~/domain/virtual-machine'
import { UserText } from '~/pages/parts/user-text'
import { formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { Facts } from '~/ui/facts'
import { Age, Time } from '~/ui/time'

import { BackupSize } from './backup-size'

import classes from './restore.module.css'

function targetWords(ways: readonly RestoreWay[], done: boolean): string {
  const snapshots = ways.some((one) => one.way === 'in-place' && one.dropsSnapshots === true)
  if (done) return snapshots ? m.restore_target_done_snapshots() : m.restore_target_done_text()
  return snapshots ? m.restore_target_snapshots() : m.restore_target_text()
}

/** The VM that is overwritten, by everything that tells it from another one of the same name. */
export const RestoreTarget = ({
  vm,
  ways,
  done = false,
}: {
  readonly vm: VirtualMachine
  readonly ways: BackupWays
  readonly done?: boolean
}) => (
  <section className={classes['part']}>
    <h3>{done ? m.restore_target_done() : m.restore_target()}</h3>
    <p>{targetWords(ways.restores, done)}</p>
    <Facts
      items={[
        [
          m.restore_vm(),
          <strong key="name">
            <UserText identity>{vm.name}</UserText>
          </strong>,
        ],
        [
          vm.uuid === '' ? m.ways_vm_id() : m.vm_uuid(),
          <code key="uuid" className={classes['code']}>
            {vm.uuid || vm.id}
          </code>,
        ],
        [
          m.vm_platform_name(),
          <UserText key="platform" identity>
            {vm.platformName}
          </UserText>,
        ],
        [
          m.vm_place(),
          <UserText key="place" identity>
            {placeOf(vm)}
          </UserText>,
        ],
        ...(vm.tenant
          ? ([
              [
                m.vm_owner(),
                <UserText key="owner" identity>
                  {vm.tenant.name}
                </UserText>,
              ],
            ] as const)
          : []),
        [m.restore_disks(), <DiskNames key="disks" vmId={vm.id} />],
      ]}
    />
  </section>
)

function DiskNames({ vmId }: { readonly vmId: string }) {
  const found = useQuery(disks(vmId))
  if (found.isPending) return m.common_loading()
  if (!found.data || found.data.length === 0) return m.restore_disks_unknown()
  return (
    <ul className={classes['disks']}>
      {found.data.map((disk) => (
        <li key={disk.id}>
          <UserText identity>{disk.name}</UserText>
          <span>{formatSize(disk.sizeMb)}</span>
          {disk.boot && <span>{m.restore_disk_boots()}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The backup that comes back. */
export const RestoreSource = ({
  backup,
  ways,
  done = false,
}: {
  readonly backup: Backup
  readonly ways: BackupWays
  readonly done?: boolean
}) => (
  <section className={classes['part']}>
    <h3>{done ? m.restore_source_done() : m.restore_source()}</h3>
    <Facts
      items={[
        [
          m.restore_backup_name(),
          <UserText key="name" identity>
            {backup.name}
          </UserText>,
        ],
        [m.restore_backup_date(), <Time key="date" at={backup.createdAt} />],
        [m.restore_backup_age(), <Age key="age" at={backup.createdAt} />],
        [m.restore_backup_size(), <BackupSize key="size" backup={backup} />],
        ...(backup.place === undefined
          ? []
          : ([[m.ways_type_place(), <UserText key="place">{backup.place}</UserText>]] as const)),
        ...(ways.policies
          ? ([
              [
                m.restore_backup_policy(),
                backup.policy ? <UserText key="policy">{backup.policy.name}</UserText> : m.restore_backup_no_policy(),
              ],
            ] as const)
          : []),
      ]}
    />
  </section>
)
