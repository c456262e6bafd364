import { useQueries } from '@tanstack/react-query'

import { policies, queryClient, site } from '~/api/queries'
import type { BackupSite } from '~/domain/capability'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { remember } from '~/pages/parts/remember'

/** What a datacenter allows a tenant: the same for all its VMs there. */
export interface Ground {
  readonly site: BackupSite
  readonly policies: readonly BackupPolicy[]
}

/** Whether it was read. */
export const isGround = (ground: Ground | 'reading' | 'unread'): ground is Ground => typeof ground !== 'string'

/** What the rules need of the datacenters of many VMs, and how far the reading is. */
export interface Grounds {
  readonly of: (row: VmRow) => Ground | 'reading' | 'unread'
  readonly done: number
  readonly total: number
  readonly unread: number
  readonly again: () => void
}

/** So many datacenters are asked at once. */
const atOnce = 3

const groupOf = ({ vm }: VmRow): string => JSON.stringify([vm.datacenter?.id ?? vm.id, vm.tenant?.id ?? ''])

/** One VM of each group: what it may have is what the others may have. */
const representatives = remember((rows: readonly VmRow[]) => [
  ...new Map(rows.map((row) => [groupOf(row), row.id] as const)),
])

const isSettled = (queryKey: readonly unknown[]): boolean => {
  const status = queryClient.getQueryState(queryKey)?.status
  return status !== undefined && status !== 'pending'
}

/** Reads what the datacenters of these VMs allow, a few at a time, each once. */
export function useGrounds(rows: readonly VmRow[]): Grounds {
  const groups = representatives(rows)
  const settled = groups.map(([, id]) => isSettled(site(id).queryKey) && isSettled(policies(id).queryKey))
  const open = new Set(groups.filter((_, place) => !settled[place]).slice(0, atOnce))
  const enabled = groups.map((group, place) => settled[place] === true || open.has(group))
  const sites = useQueries({ queries: groups.map(([, id], at) => ({ ...site(id), enabled: enabled[at] === true })) })
  const offers = useQueries({
    queries: groups.map(([, id], at) => ({ ...policies(id), enabled: enabled[at] === true })),
  })
  const found = new Map(
    groups.map(([key], at) => {
      const [place, offered] = [sites[at], offers[at]]
      const ground: Ground | 'reading' | 'unread' =
        place?.data && offered?.data
          ? { site: place.data, policies: offered.data.rows }
          : place?.isError || offered?.isError
            ? 'unread'
            : 'reading'
      return [key, ground] as const
    }),
  )
  const states = [...found.values()]
  return {
    of: (row) => found.get(groupOf(row)) ?? 'reading',
    done: states.filter((state) => state !== 'reading').length,
    total: states.length,
    unread: states.filter((state) => state === 'unread').length,
    again: () => {
      for (const query of [...sites, ...offers]) if (query.isError) void query.refetch()
    },
  }
}
