import { type UseQueryResult, useQueries } from '@tanstack/react-query'

import { type Fleet, fleet, vm as vmQuery } from '~/api/queries'
import type { VirtualMachine } from '~/domain/virtual-machine'
import type { Surroundings, VmRow } from '~/pages/parts/fleet/fleet-rows'
import { sortRows } from '~/pages/parts/fleet/fleet-view'
import { rowMaker } from '~/pages/parts/fleet/row-maker'
import { useFleet } from '~/pages/parts/fleet/use-fleet'
import { remember } from '~/pages/parts/remember'

import { selection } from './selection'

const none: readonly never[] = []

const dataOf = <T>(readings: readonly UseQueryResult<T>[]): readonly (T | undefined)[] =>
  readings.map(({ data }) => data)
const foundLists = (readings: readonly UseQueryResult<Fleet>[]) => ({
  lists: dataOf(readings),
  settled: readings.every(({ isPending }) => !isPending),
})
const singles = (readings: readonly UseQueryResult<VirtualMachine>[]) => ({
  vms: dataOf(readings),
  settled: readings.every(({ isPending }) => !isPending),
})

/** The chosen VMs that the fleet's reading did not reach, by what searches found. */
const known = remember((chosen: ReadonlySet<string>, rows: readonly VmRow[], lists: readonly (Fleet | undefined)[]) => {
  const read = new Set(rows.map(({ id }) => id))
  const found = new Map<string, VirtualMachine>()
  for (const list of lists)
    for (const vm of list?.rows ?? none) if (chosen.has(vm.id) && !read.has(vm.id)) found.set(vm.id, vm)
  return { found: [...found.values()], missing: [...chosen].filter((id) => !read.has(id) && !found.has(id)) }
})

const joined = remember(
  (
    rows: readonly VmRow[],
    chosen: ReadonlySet<string>,
    found: readonly VirtualMachine[],
    single: readonly (VirtualMachine | undefined)[],
    around: Surroundings,
    now: Date,
  ) => {
    const make = rowMaker(around)
    const others = [...found, ...single].filter((vm) => vm !== undefined).map((vm) => make(vm, now))
    return sortRows([...rows.filter(({ id }) => chosen.has(id)), ...others], 'name', 'asc')
  },
)

/** Nobody looks at each of them: they are read once, and again after a change. */
const atRest = (id: string) => ({ ...vmQuery(id), refetchInterval: false as const })

const noVms: readonly VirtualMachine[] = []

/**
 * The chosen VMs in the order of their names; null until they are there. Of a list too long to be read whole, what a
 * search found is read as that search, window by window, and what was chosen one by one is asked for one by one.
 */
export function useChosen(chosen: ReadonlySet<string>) {
  const { vms, rows, around, now } = useFleet()
  const long = vms.data?.long ?? false
  const searches = useQueries({
    queries: (long ? selection.searches() : none).map((search) => fleet(search)),
    combine: foundLists,
  })
  const { found, missing } = known(chosen, rows ?? none, searches.lists)
  const single = useQueries({
    queries: (long && searches.settled ? missing : none).map(atRest),
    combine: singles,
  })
  const there = rows !== null && searches.settled && single.settled
  return { vms, rows: there ? joined(rows, chosen, long ? found : noVms, single.vms, around, now) : null }
}
