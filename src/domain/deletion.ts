import { type Backup, byDate, isUsable } from './backup'

/** What one request deletes: a backup that stands alone, or all of a chain. */
export interface DeletionLine {
  /** Of the backup that the request names. */
  readonly id: string
  /** Of the backup, or of its chain. */
  readonly name: string
  /** All that go by it, oldest first. */
  readonly backups: readonly Backup[]
}

/** What the deletion of backups of one VM comes to, as far as its backups were read. */
export interface Deletion {
  /** Oldest first: where it breaks off, the newer ones are still there. */
  readonly lines: readonly DeletionLine[]
  /** How many go. */
  readonly count: number
  /** What the VM can go back to afterwards, newest first. */
  readonly left: readonly Backup[]
  /** What it can go back to now and goes: the last one that there is, or the newest. Null: neither goes. */
  readonly loses: 'last' | 'newest' | null
}

/** The backups that one request deletes with a backup: platforms that chain backups delete a chain whole. Oldest first. */
export const deletedWith = (backup: Backup, backups: readonly Backup[]): readonly Backup[] => {
  const { chain } = backup
  return chain
    ? byDate(
        backups.filter((one) => one.chain?.id === chain.id),
        true,
      )
    : [backup]
}

/** What follows if chosen backups of a VM, and what goes with them, are deleted. */
export function deletionOf(chosen: readonly Backup[], backups: readonly Backup[], now: Date): Deletion {
  const lines = new Map(
    byDate(chosen, true).map((backup): readonly [string, DeletionLine] => {
      const { id, name, chain } = backup
      const going = deletedWith(backup, backups)
      return [chain ? `chain ${chain.id}` : id, { id: going[0]?.id ?? id, name: chain?.name ?? name, backups: going }]
    }),
  )
  const gone = new Set(Array.from(lines.values(), (line) => line.backups.map(({ id }) => id)).flat())
  const usable = byDate(backups.filter((backup) => isUsable(backup, now) && backup.leaving !== true))
  const left = usable.filter(({ id }) => !gone.has(id))
  const [newest] = usable
  const goes = newest !== undefined && gone.has(newest.id)
  return {
    lines: [...lines.values()],
    count: gone.size,
    left,
    loses: goes ? (left.length === 0 ? 'last' : 'newest') : null,
  }
}
