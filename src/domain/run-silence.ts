import type { Backup } from './backup'
import type { Lane } from './lane'
import { fits } from './run-assignment'
import type { Dated, Slot } from './run-slots'

/** What one knows of the plan and of the results beside those that were found. */
export interface Hearing {
  /**
   * From when on the plan is known to have been in force, where one knows. Before that, and before the first backup that
   * fits a lane, silence says nothing. Left out: it always was.
   */
  readonly inForceFrom?: Date | null
  /** There are results that cannot be read. Each may be of any run, so that none is missed for sure. */
  readonly unreadable?: boolean
}

/** How long the backups of each lane are kept at most, in milliseconds; no entry when they do not say. */
function keptFor(slots: readonly Slot[]): ReadonlyMap<string, number> {
  const kept = new Map<string, number>()
  for (const { lane, found } of slots)
    for (const { createdAt, expiresAt } of found)
      if (createdAt && expiresAt)
        kept.set(lane.key, Math.max(kept.get(lane.key) ?? 0, expiresAt.getTime() - createdAt.getTime()))
  return kept
}

/** From when on the silence of a lane says something, in epoch milliseconds. Takes dated backups in their order. */
function saysFrom(
  lane: Lane,
  backups: readonly Backup[],
  dated: readonly Dated[],
  named: boolean,
  { inForceFrom, unreadable = false }: Hearing,
): number {
  if (unreadable || backups.some((backup) => backup.createdAt === null && fits(lane, backup, named))) return Infinity
  if (inForceFrom === undefined) return -Infinity
  const first = dated.find(({ backup }) => fits(lane, backup, named))
  return Math.min(first?.at ?? Infinity, inForceFrom?.getTime() ?? Infinity)
}

/**
 * Whether a run of which nothing was found by now was missed: its plan is known to have been in force, its backup would
 * not have expired yet, and it cannot be among the results that belong to nothing, because they cannot be read or tell no
 * date.
 * @param slots All of them, with what was found.
 * @param backups All results, those without a date among them.
 * @param dated The others, in their order.
 * @param named Whether results name their policies.
 */
export function missedBySilence(
  lanes: readonly Lane[],
  slots: readonly Slot[],
  backups: readonly Backup[],
  dated: readonly Dated[],
  named: boolean,
  hearing: Hearing,
): (slot: Slot, now: number) => boolean {
  const kept = keptFor(slots)
  const says = new Map(lanes.map((lane) => [lane.key, saysFrom(lane, backups, dated, named, hearing)]))
  return ({ lane: { key }, start }, now) =>
    start + (kept.get(key) ?? Infinity) > now && start >= (says.get(key) ?? -Infinity)
}
