import type { Outcome } from './backup'

/** How the newest backup of a VM ended, and when. */
interface Ending {
  readonly vmId: string
  readonly outcome: Outcome
  readonly at: Date
}

/** What backups that ended say about the connection to their backup system. */
export type ConnectionProof<E extends Ending> =
  /** `failedSince`: VMs whose backups failed after that. */
  | { readonly kind: 'worked'; readonly by: E; readonly failedSince: readonly E[] }
  | { readonly kind: 'failed'; readonly newest: E; readonly failed: readonly E[] }
  | { readonly kind: 'none' }

const newestFirst = (a: Ending, b: Ending): number => b.at.getTime() - a.at.getTime()

/**
 * Whether a connection was proven: only a backup that ended well after its last change does that. Failures alone do not
 * prove the contrary, for they have many causes.
 * @param changedAt When the connection was changed last; null when nobody knows, and then all endings count.
 */
export function connectionProof<E extends Ending>(changedAt: Date | null, endings: readonly E[]): ConnectionProof<E> {
  const since = endings.filter(({ at }) => changedAt === null || at > changedAt).toSorted(newestFirst)
  const by = since.find(({ outcome }) => outcome === 'good')
  const failed = since.filter(({ outcome }) => outcome === 'failed')
  if (by) return { kind: 'worked', by, failedSince: failed.filter(({ at }) => at > by.at) }
  const [newest] = failed
  return newest ? { kind: 'failed', newest, failed } : { kind: 'none' }
}
