import { session } from '~/api/session'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { type LastOutcome, prepareRows, rowMaker, sameRows, type Surroundings, type VmRow } from './fleet-rows'

/** The rows of a fleet as they are judged, for `useSyncExternalStore`. */
export interface JudgedRows {
  readonly subscribe: (listener: () => void) => () => void
  /** Null until all have been judged once. */
  readonly get: () => readonly VmRow[] | null
}

/** So many VMs are judged at once, within one frame. */
const fewVms = 2_000

/** How long the page may stand still for more of them, in milliseconds: less than a frame. */
const slice = 8

const nobodyListens = (): (() => void) => () => undefined

/** The rows that were judged whole last; shown until the new ones are whole. */
let whole: readonly VmRow[] | null = null

session.subscribe(() => {
  if (session.get().state === 'signed-out') whole = null
})

/**
 * Judges a fleet at an instant without a dropped frame: a usual one at once; ten thousand VMs in slices between other work,
 * which costs less than handing them to another thread would.
 */
export function judgedRows(vms: readonly VirtualMachine[], around: Surroundings, now: Date): JudgedRows {
  if (vms.length <= fewVms) {
    const rows = prepareRows(vms, around, now)
    whole = rows
    return { get: () => rows, subscribe: nobodyListens }
  }
  let make: ReturnType<typeof rowMaker> | null = null
  const listeners = new Set<() => void>()
  const made: VmRow[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let rows: readonly VmRow[] | null = null
  const ends = around.trail?.outcomes ?? []
  const outcomes = new Map<string, LastOutcome>()
  let read = 0
  const goOn = (): void => {
    const end = performance.now() + slice
    for (let one = ends[read]; one && performance.now() < end; one = ends[read]) {
      outcomes.set(one.vmId, one)
      read += 1
    }
    if (read === ends.length) {
      make ??= rowMaker(around, outcomes)
      for (let vm = vms[made.length]; vm && performance.now() < end; vm = vms[made.length]) made.push(make(vm, now))
    }
    if (made.length < vms.length) {
      timer = setTimeout(goOn)
      return
    }
    rows = sameRows(made)
    whole = rows
    for (const listener of listeners) listener()
  }
  return {
    get: () => rows ?? whole,
    subscribe: (listener) => {
      listeners.add(listener)
      if (rows === null && listeners.size === 1) timer = setTimeout(goOn)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}
