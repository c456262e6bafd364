import { type Backup, isUsable } from './backup'

/** A backup as a way back to a moment. */
export interface ReturnPoint {
  readonly backup: Backup
  /** A backup of before holds nothing of what followed it; one of after may hold what happened at the moment. */
  readonly side: 'before' | 'after'
  /** Milliseconds between the backup and the moment; for `before` that is what would be lost up to the moment. */
  readonly distance: number
  /** It ended well and has not expired. */
  readonly usable: boolean
}

/** What leads back to a moment. */
export interface ReturnPoints {
  /** Usable ones, best first: the nearest before, the nearest after, then the others by their distance. */
  readonly ranked: readonly ReturnPoint[]
  /** Nearer than the nearest usable one of their side, but they failed, are unclear, still run or have expired. */
  readonly passedOver: readonly ReturnPoint[]
}

const byDistance = (one: ReturnPoint, other: ReturnPoint): number => one.distance - other.distance

/**
 * Ranks the backups of a VM, of all its policies, by what a return to a moment would lose. Backups without a date lead
 * nowhere and are left out; one of the very moment is of before.
 */
export function returnPoints(backups: readonly Backup[], moment: Date, now: Date): ReturnPoints {
  const points = backups
    .flatMap((backup): readonly ReturnPoint[] => {
      if (backup.createdAt === null) return []
      const ahead = backup.createdAt.getTime() - moment.getTime()
      const usable = isUsable(backup, now)
      return [{ backup, side: ahead > 0 ? 'after' : 'before', distance: Math.abs(ahead), usable }]
    })
    .toSorted(byDistance)
  const usable = points.filter((point) => point.usable)
  const nearest = (side: ReturnPoint['side']): ReturnPoint | undefined => usable.find((point) => point.side === side)
  const first = [nearest('before'), nearest('after')].flatMap((point) => point ?? [])
  return {
    ranked: [...first, ...usable.filter((point) => !first.includes(point))],
    passedOver: points.filter((point) => !point.usable && point.distance < (nearest(point.side)?.distance ?? Infinity)),
  }
}
