import type { Backup } from './backup'

/** The size of one backup, in MiB, at the instant of the backup. */
export interface SizePoint {
  /** Of the backup. */
  readonly id: string
  readonly at: Date
  readonly sizeMb: number
}

/** How large the good backups of one type were, oldest first. */
export interface SizeLine {
  /** The platform's own word for the type; null: it names none. */
  readonly type: string | null
  readonly points: readonly SizePoint[]
}

/**
 * Good backups with a date and a size, by type: a whole backup and an increment beside each other are no growth. The
 * type with most backups comes first.
 */
export function sizeLines(backups: readonly Backup[]): readonly SizeLine[] {
  const found = new Map<string | null, SizePoint[]>()
  for (const { id, outcome, createdAt, sizeMb, typeText } of backups) {
    if (outcome !== 'good' || createdAt === null || sizeMb === null || sizeMb <= 0) continue
    const line = found.get(typeText)
    if (line) line.push({ id, at: createdAt, sizeMb })
    else found.set(typeText, [{ id, at: createdAt, sizeMb }])
  }
  return [...found]
    .map(([type, points]) => ({ type, points: points.toSorted((a, b) => a.at.getTime() - b.at.getTime()) }))
    .toSorted((a, b) => b.points.length - a.points.length)
}
