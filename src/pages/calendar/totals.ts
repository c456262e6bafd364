import { session } from '~/api/session'
import type { VmDay } from '~/domain/fleet-day'
import { needsCare } from '~/domain/fleet-day'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'

import type { DayReader } from './days'

/** Runs of one day over all VMs that are shown. */
export interface DayTotal {
  readonly failed: number
  readonly missed: number
}

/** What has been added up so far. */
export interface Totals {
  readonly done: number
  readonly days: readonly DayTotal[]
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

const added = (totals: readonly DayTotal[], days: readonly VmDay[]): readonly DayTotal[] =>
  days.map(({ counts }, place) => ({
    failed: (totals[place]?.failed ?? 0) + counts.failed,
    missed: (totals[place]?.missed ?? 0) + counts.missed,
  }))

/** What was added up whole last, and of what. */
let whole: { readonly about: string; readonly totals: Totals } | null = null

session.subscribe(() => {
  if (session.get().state === 'signed-out') whole = null
})

/**
 * Ten thousand VMs take a second or two, so they are added up in slices: the first at once, which is all for a small
 * fleet; the rest while someone listens. The sums of before stay until the new ones are whole.
 * @param about Tells sums of the same days and filters from others.
 */
export function makeAdder(rows: readonly VmRow[], read: DayReader, about: string): Adder {
  const before = whole?.about === about ? whole.totals : null
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let totals: Totals = { done: 0, days: [], trouble: [] }
  const addOn = (): void => {
    const end = performance.now() + slice
    let { done, days } = totals
    const trouble = [...totals.trouble]
    for (let row = rows[done]; row && performance.now() < end; row = rows[done]) {
      const judged = read(row)
      days = added(days, judged)
      if (judged.some(needsCare)) trouble.push(row)
      done += 1
    }
    totals = { done, days, trouble }
    if (done === rows.length) whole = { about, totals }
    for (const listener of listeners) listener()
    if (done < rows.length && listeners.size > 0) timer = setTimeout(addOn)
  }
  addOn()
  return {
    get: () => (before && totals.done < rows.length ? before : totals),
    subscribe: (listener) => {
      listeners.add(listener)
      if (totals.done < rows.length && listeners.size === 1) timer = setTimeout(addOn)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}
