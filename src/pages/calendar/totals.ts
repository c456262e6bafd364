import { session } from '~/api/session'
import { addedUp, columnsOf, type DaySum, sumsOf } from '~/domain/day-sums'
import { needsCare } from '~/domain/fleet-day'
import { askElsewhere } from '~/pages/parts/elsewhere/thread'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'

import type { DayJudge } from './days'

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

/** So many VMs are judged here, within a frame or two; more go to another thread. */
const fewVms = 200

/** So many go there at once: to lay them out takes this thread a few milliseconds. */
const portion = 500

/** What was added up whole last, and of what. */
let whole: { readonly about: string; readonly totals: Totals } | null = null

session.subscribe(() => {
  if (session.get().state === 'signed-out') whole = null
})

/**
 * A usual fleet is added up at once; ten thousand VMs take a second or two, so they are added up elsewhere, part by part,
 * while someone listens. The sums of before stay until the new ones are whole.
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
  const addHere = (): void => {
    const judged = rows.map((row) => ({ row, days: read(row) }))
    const days = judged.map((one) => sumsOf(one.days)).reduce(addedUp, [])
    put({ done: rows.length, days, trouble: judged.filter((one) => one.days.some(needsCare)).map(({ row }) => row) })
  }
  const addElsewhere = async (): Promise<void> => {
    const { done, days, trouble } = totals
    const part = rows.slice(done, done + portion)
    if (part.length === 0 || listeners.size === 0 || asked) return
    asked = true
    const columns = columnsOf(part.map(read.memberOf))
    const reply = await askElsewhere({ about: 'days', columns, ground: read.ground })
    asked = false
    // A thread that was lost on the way is asked again.
    if (reply.about !== 'days') return addElsewhere()
    const more = reply.sums.trouble.flatMap((place) => part[place] ?? [])
    put({ done: done + part.length, days: addedUp(days, reply.sums.days), trouble: [...trouble, ...more] })
    return addElsewhere()
  }
  if (rows.length <= fewVms) addHere()
  return {
    get: () => (before && totals.done < rows.length ? before : totals),
    subscribe: (listener) => {
      listeners.add(listener)
      if (totals.done < rows.length && listeners.size === 1) timer = setTimeout(() => void addElsewhere())
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}
