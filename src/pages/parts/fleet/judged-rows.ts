import type { VirtualMachine } from '~/domain/virtual-machine'

import { prepareRows, type Surroundings, type VmRow } from './fleet-rows'

/** The rows of a fleet as they are judged, for `useSyncExternalStore`. */
export interface JudgedRows {
  readonly subscribe: (listener: () => void) => () => void
  /** Null until all have been judged once. */
  readonly get: () => readonly VmRow[] | null
}

/** So many VMs are judged at once, within one frame. */
const fewVms = 2_000

const nobodyListens = (): (() => void) => () => undefined

/** Judges a fleet at an instant without a dropped frame: a usual one at once, a large one on another thread. */
export function judgedRows(vms: readonly VirtualMachine[], around: Surroundings, now: Date): JudgedRows {
  if (vms.length > fewVms && around.judging) return around.judging.judgeInParts(vms, around, now)
  const rows = prepareRows(vms, around, now)
  return { get: () => rows, subscribe: nobodyListens }
}
