import { useSyncExternalStore } from 'react'

import { session } from '~/api/session'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { filterRows } from '~/pages/parts/fleet/fleet-view'
import { remember } from '~/pages/parts/remember'

let chosen: ReadonlySet<string> = new Set()
/** Searches of the platform by which all that was found was chosen: there the chosen are read again. */
let searches: readonly string[] = []
/** Where a range begins: the box that was pressed last. */
let anchor: string | null = null
/** What is on the screen, in its order: ranges go along it. */
let shown: readonly VmRow[] = []
const listeners = new Set<() => void>()

function become(next: ReadonlySet<string>): void {
  chosen = next
  for (const listener of listeners) listener()
}

const filtered = remember(filterRows)

/** The rows that match, in their order; ranges of a selection go along what was asked for last. */
export function matching(...given: Parameters<typeof filterRows>): readonly VmRow[] {
  shown = filtered(...given)
  return shown
}

/** The rows of a long list that are there, without a gap; ranges of a selection go along them. */
export function inSight(rows: readonly VmRow[]): void {
  shown = rows
}

/** The ids from one row to another along the screen; the second alone when the first is not there. */
function rangeOf(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const [first, last] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  return first === -1 || last === -1 ? [to] : ids.slice(Math.min(first, last), Math.max(first, last) + 1)
}

/** The VMs that a person chose for a change; it survives filters, order, layout and a look at a VM. */
export const selection = {
  get: (): ReadonlySet<string> => chosen,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Takes a VM in or out; with `range` everything from the last one on. */
  press: (id: string, range: boolean): void => {
    const next = new Set(chosen)
    const wanted = !chosen.has(id)
    const ids = range
      ? rangeOf(
          shown.map((row) => row.id),
          anchor,
          id,
        )
      : [id]
    for (const one of ids)
      if (wanted) next.add(one)
      else next.delete(one)
    anchor = id
    become(next)
  },
  /** @param search What the platform was asked for to find them; empty: all. */
  add: (ids: readonly string[], search = ''): void => {
    if (search !== '' && !searches.includes(search)) searches = [...searches, search]
    become(new Set([...chosen, ...ids]))
  },
  searches: (): readonly string[] => searches,
  clear: (): void => {
    anchor = null
    searches = []
    become(new Set())
  },
}

session.subscribe(() => {
  if (session.get().state === 'signed-out') selection.clear()
})

/** What is chosen now. */
export const useSelection = (): ReadonlySet<string> => useSyncExternalStore(selection.subscribe, selection.get)

/** Whether one VM is chosen; what asks is drawn again only when that changes. */
export const useSelected = (id: string): boolean => useSyncExternalStore(selection.subscribe, () => chosen.has(id))
