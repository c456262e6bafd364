import type { VirtualMachine } from '~/domain/virtual-machine'

import type { JudgedRows, Surroundings } from './fleet-rows'
import { prepareRows } from './row-maker'

/** So many VMs are judged at once, within one frame. */
const fewVms = 2_000

const nobodyListens = (): (() => void) => () => undefined

/** Judges a fleet at an instant without a dropped frame: a usual one at once, a large one on another thread. */
export function judgedRows(vms: readonly VirtualMachine[], around: Surroundings, now: Date): JudgedRows {
  if (vms.length > fewVms && around.judging) return around.judging.judgeInParts(vms, around, now)
  const rows = prepareRows(vms, around, now)
  return { get: () => rows, subscribe: nobodyListens }
}
