import type { Backup } from './backup'
import type { Lane } from './lane'
import type { Dated, Slot } from './run-slots'

/** A run that has a good backup takes no second one: that was made by hand. */
const isTaken = ({ found }: Slot): boolean => found.some(({ outcome }) => outcome === 'good')

/** Whether a backup can be of a lane, as far as its policy, its place and its type tell. */
export function fits(lane: Lane, { policy, typeText, mayBeOf }: Backup, named: boolean): boolean {
  // Of such a policy it may be of any type: a chain begins with a whole one.
  if (mayBeOf) return mayBeOf.includes(lane.policyId)
  // Where results name their policies, one without was made by hand.
  if (policy === null ? named : policy.id !== lane.policyId) return false
  if (typeText === null || lane.typeText === '' || typeText === lane.typeText) return true
  return typeText.toUpperCase() === lane.typeText.toUpperCase()
}

/** A time of its own counts more than a month in which it may lie anywhere; then the nearest one before; then an empty one. */
function closer(one: Slot, other: Slot): boolean {
  if (one.run.kind !== other.run.kind) return one.run.kind === 'instant'
  return one.start === other.start ? one.found.length < other.found.length : one.start > other.start
}

/** Gives each backup to the planned run that it lies nearest behind; those that are left come back. Both in order. */
export function assign(slots: readonly Slot[], backups: readonly Dated[], named: boolean): readonly Dated[] {
  let next = 0
  const open: Slot[] = []
  return backups.filter(({ at, backup }) => {
    for (let slot = slots[next]; slot && slot.from <= at; slot = slots[next]) {
      open.push(slot)
      next += 1
    }
    let nearest: Slot | null = null
    let kept = 0
    for (const slot of open) {
      if (slot.until < at) continue
      open[kept] = slot
      kept += 1
      if (isTaken(slot) || !fits(slot.lane, backup, named)) continue
      if (nearest === null || closer(slot, nearest)) nearest = slot
    }
    open.length = kept
    nearest?.found.push(backup)
    return nearest === null
  })
}
