import { mutationOptions, queryOptions } from '@tanstack/react-query'

import type { Setting } from '~/domain/backup-settings'
import type { BackupOrder, RestoreOrder } from '~/domain/backup-ways'
import type { DeletionLine } from '~/domain/deletion'
import type { Asked } from '~/domain/trace'

import type { ApiError } from '../error'
import { platform } from '../platform'
import type { ProtectionChange } from '../port'
import { queryClient, vm } from '../queries'

/**
 * Gives a VM its policies and their values, all as they are to be; `stale` where someone else changed them meanwhile.
 */
export const saveProtection = (vmId: string) =>
  mutationOptions({ mutationFn: (change: ProtectionChange) => platform().saveProtection(vmId, change) })

/** By what the cache knows the requests of a kind. */
export const askedKey = (vmId: string, what: Asked): readonly string[] => ['vms', vmId, what]

/** Remembered for as long as the session lasts: whether one was left without an answer is asked by `use-unanswered`. */
const remembered = (vmId: string, what: Asked) => ({
  mutationKey: askedKey(vmId, what),
  gcTime: Infinity,
  // Whether it was done, the state of the VM may tell. Its tasks are looked through when someone says so.
  onError: ({ kind }: ApiError) => {
    if (kind === 'unknown-outcome') void queryClient.invalidateQueries({ queryKey: vm(vmId).queryKey, exact: true })
  },
})

/** Starts a backup of a VM by hand. */
export const backUpNow = (vmId: string) =>
  mutationOptions({
    ...remembered(vmId, 'backup'),
    mutationFn: (order: BackupOrder) => platform().backUpNow(vmId, order),
  })

/** Puts a backup back: onto its own VM where nothing else is ordered. */
export const restore = (vmId: string) =>
  mutationOptions({
    ...remembered(vmId, 'restore'),
    mutationFn: ({ backupId, order }: { readonly backupId: string; readonly order?: RestoreOrder }) =>
      platform().restore(vmId, backupId, order),
  })

/** Asks for the backup that someone saw as a task to stop, or takes it back; one that does not stop ends as it would have. */
export const cancelBackup = (vmId: string) =>
  mutationOptions({ mutationFn: (seen: string) => platform().cancelBackup(vmId, seen) })

/** Gives a backup another name. */
export const renameBackup = (vmId: string, backupId: string) =>
  mutationOptions({ mutationFn: (name: string) => platform().renameBackup(vmId, backupId, name) })

/** All that one line of a deletion takes, by one request. */
export const deleteBackup = (vmId: string) =>
  mutationOptions({
    mutationFn: ({ id, backups }: DeletionLine) =>
      platform().deleteBackup(
        vmId,
        id,
        backups.map((one) => one.id),
      ),
  })

/** What a VM decides of its own backups beyond when they run. */
export const backupSettings = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'settings'],
    queryFn: ({ signal }) => platform().getSettings(vmId, signal),
    staleTime: 30_000,
  })

/** Saves all settings as they are to be; `stale` where the platform has others than `basedOn` by now. */
export const saveBackupSettings = (vmId: string) =>
  mutationOptions({
    mutationFn: ({ settings, basedOn }: { readonly settings: readonly Setting[]; readonly basedOn: string }) =>
      platform().saveSettings(vmId, settings, basedOn),
  })
