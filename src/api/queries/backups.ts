import { queryOptions } from '@tanstack/react-query'

import type { Backup } from '~/domain/backup'
import type { Page } from '~/domain/page'

import { restingAfter } from '../pace'
import { platform } from '../platform'
import { queryClient, serverNow } from '../queries'
import { askFurther, isBrokenOff, type Reach, type ReadRows, readOn } from './read-on'

/** Results of a VM that were read, newest first, with how far the reading got. */
export type History = ReadRows<Backup>

/** All are among them that could be read. */
export const isWhole = ({ end, total, untold }: History): boolean => end >= total && !untold

/** Of a longer list the newest ones tell what most people want to know. */
const reach: Reach = { whole: 1_000, ofLonger: 1_000 }

/** Too many to be read whole by themselves, and it is told how many. */
export const isVast = ({ total, untold }: History): boolean => total > reach.whole && !untold

/** Rows of the first window of a list that is on no screen yet, and of the others. */
const limits = { first: 100, next: 1_000 } as const

/** Milliseconds. What was read of a long list takes many questions, and so is read anew less often. */
const pace = { usual: 30_000, long: 300_000 } as const

const isMuch = (history: History | undefined): boolean => (history?.rows.length ?? 0) > reach.whole

/** The results of a VM: all, or of very many the newest thousand until someone asks for more. */
export const backups = (vmId: string) =>
  queryOptions<History>({
    queryKey: ['vms', vmId, 'backups'],
    staleTime: ({ state: { data } }) => (isBrokenOff(data) ? 0 : isMuch(data) ? pace.long : 5_000),
    queryFn: async ({ signal, client, queryKey }): Promise<History> => {
      const state = client.getQueryState<History>(queryKey)
      const before = state?.data
      const found = await readOn({
        client,
        queryKey,
        now: serverNow(),
        ...reach,
        limits: before ? { ...limits, first: limits.next } : limits,
        read: (window) => platform().listBackups(vmId, window, signal),
      })
      // A new one moves all that are older to other places. After a write the windows are read anew as well.
      if (before && !state?.isInvalidated && (before.total !== found.total || before.rows[0]?.id !== found.rows[0]?.id))
        void client.invalidateQueries({ queryKey: ['vms', vmId, 'backups', 'window'] })
      return found
    },
    refetchInterval: ({ state }) => restingAfter(state, isMuch(state.data) ? pace.long : pace.usual),
  })

/** Reads the results of a VM on by so many; what was read stays. */
export const readBackupsFurther = (vmId: string, rows: number): Promise<void> =>
  askFurther(queryClient, backups(vmId).queryKey, rows)

/** One result, e.g. of a link that leads to one that was not read. */
export const backup = (vmId: string, backupId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'backups', 'one', backupId],
    queryFn: ({ signal }) => platform().getBackup(vmId, backupId, signal),
    refetchInterval: ({ state }) => restingAfter(state, pace.usual),
  })

/** Rows of a window of results that are too many to be read whole: about two screens. */
export const backupWindowRows = 50

/** The windows of one VM's results, from the newest or from the oldest. */
export interface BackupList {
  readonly vmId: string
  readonly oldestFirst: boolean
}

/** One window of a VM's results, by its place from 0. It is given up when it leaves the sight before it came. */
export const backupWindow = (list: BackupList, place: number) =>
  queryOptions({
    queryKey: ['vms', list.vmId, 'backups', 'window', list.oldestFirst, place],
    staleTime: 30_000,
    gcTime: 60_000,
    queryFn: ({ signal }): Promise<Page<Backup>> =>
      platform().listBackups(
        list.vmId,
        { offset: place * backupWindowRows, limit: backupWindowRows, oldestFirst: list.oldestFirst },
        signal,
      ),
  })
