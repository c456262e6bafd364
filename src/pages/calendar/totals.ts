import { session } from '~/api/session'
import { addedUp, type DaySum, sumsOf } from '~/domain/day-sums'
import { needsCare } from '~/domain/fleet-day'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'

import type { DayJudge } from './days'
import { sumsElsewhere } from './sums-thread'

/** What has been added up so far. */
export interface Totals {
  readonly done: number
  readonly days: readonly DaySum[]
  /** VMs that have a failed or missed run. */
  readonly trouble: readonly VmRow[]
}

/** Adds up all VMs beside other work, and tells whoever listens how far it is. */
export interface Adder {
  readonly subscribe: (listener: () => void) => () => void
  readonly get: () => Totals
}

/** How long the page may stand still, in milliseconds. */
const slice = 24

/** So many VMs are judged here; more go to another thread, where there is one. */
const fewVms = 2_000

/** So many go there at once: to lay them out takes this thread a few milliseconds. */
const portion = 500

/** What was added up whole last, and of what. */
let whole: { readonly about: string; readonly totals: Totals } | null = null

session.subscribe(() => {
  if (session.get().state === 'signed-out') whole = null
})

/**
 * Ten thousand VMs take a second or two, so they are added up elsewhere, or in slices: the first at once, which is all for
 * a small fleet; the rest while someone listens. The sums of before stay until the new ones are whole.
 * @param about Tells sums of the same days and filters from others.
 */
export function makeAdder(rows: readonly VmRow[], read: DayJudge, about: string): Adder {
  const before = whole?.about === about ? whole.totals : null
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let totals: Totals = { done: 0, days: [], trouble: [] }
  let asked = false
  const put = (next: Totals): void => {
    totals = next
    if (next.done === rows.length) whole = { about, totals }
    for (const listener of listeners) listener()
  }
  const addOn = (): void => {
    const end = performance.now() + slice
    let { done, days } = totals
    const trouble = [...totals.trouble]
    for (let row = rows[done]; row && performance.now() < end; row = rows[done]) {
      const judged = read(row)
      days = addedUp(days, sumsOf(judged))
      if (judged.some(needsCare)) trouble.push(row)
      done += 1
    }
    put({ done, days, trouble })
    if (done < rows.length && listeners.size > 0) timer = setTimeout(addOn)
  }
  const addElsewhere = async (): Promise<void> => {
    const { done, days, trouble } = totals
    const part = rows.slice(done, done + portion)
    if (part.length === 0 || listeners.size === 0 || asked) return
    asked = true
    const sums = await sumsElsewhere(part.map(read.memberOf), read.ground)
    asked = false
    // There is no other thread: then here, beside other work.
    if (sums === null) return addOn()
    const more = sums.trouble.flatMap((place) => part[place] ?? [])
    put({ done: done + part.length, days: addedUp(days, sums.days), trouble: [...trouble, ...more] })
    return addElsewhere()
  }
  const few = rows.length <= fewVms
  const goOn = (): void => void (few ? addOn() : addElsewhere())
  if (few) addOn()
  return {
    get: () => (before && totals.done < rows.length ? before : totals),
    subscribe: (listener) => {
      listeners.add(listener)
      if (totals.done < rows.length && listeners.size === 1) timer = setTimeout(goOn)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}
