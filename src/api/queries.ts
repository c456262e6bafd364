import { MutationCache, mutationOptions, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'

import { isOver } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'

import type { ApiError } from './error'
import { pacedAfter } from './pace'
import { platform } from './platform'
import type { EventQuery, ProtectionChange } from './port'
import { sessionEnded } from './session'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
  }
}

const noticeSession = (error: ApiError): void => {
  if (error.kind === 'signed-out') sessionEnded()
}

/** Milliseconds for which a person is left without a word while a read is repeated. */
const longestSilence = 10_000

/**
 * A read is repeated twice when the network or the server failed, or the server was too busy; a write never. Where that
 * would take long, because an answer was awaited in vain or the platform asks to wait, it is said at once instead.
 */
const readAgain = (attempt: number, error: ApiError): boolean =>
  (error.kind === 'offline' || error.kind === 'server' || error.kind === 'busy') &&
  !error.late &&
  (error.retryAfter ?? 0) <= longestSilence &&
  attempt < 2

/** After as long as the platform asks for, else after half a second, then a second; spread, so that not all come at once. */
const pause = (attempt: number, error: ApiError): number =>
  error.retryAfter ?? 500 * 2 ** attempt * (1 + Math.random() / 4)

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    // Back on the network what is on the screen is read once more; in this mode that does not go without saying.
    queries: {
      staleTime: 5_000,
      retry: readAgain,
      retryDelay: pause,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    // Offline a write fails at once; it is never kept and sent later.
    mutations: { networkMode: 'always', retry: false },
  },
  queryCache: new QueryCache({ onError: noticeSession }),
  // Any write may change any list. Only what is on screen is fetched again, so the blunt rule costs little and cannot be
  // forgotten. It is awaited: a mutation is pending until the screen shows its effect.
  mutationCache: new MutationCache({
    onError: noticeSession,
    onSuccess: (_result, _variables, _context, mutation) =>
      mutation.meta?.['oneOfSeveral'] === true ? undefined : queryClient.invalidateQueries(),
  }),
})

/** All VMs in sight, with how far the reading got. */
export interface Fleet {
  readonly vms: readonly VirtualMachine[]
  readonly total: number
  readonly unreadable: number
  readonly asOf: Date
}

const firstWindow = 500
const nextWindow = 1_000
/** A list whose platform counts wrong, or gives the same rows for ever, ends here. */
const mostWindows = 50

/**
 * The whole fleet, read window by window, each VM once. What came so far is shown at once, unless an older whole fleet is
 * on the screen: then that stays until the new one is whole.
 */
export const fleet = () =>
  queryOptions({
    queryKey: ['vms'],
    staleTime: 20_000,
    queryFn: ({ signal, client, queryKey }): Promise<Fleet> => {
      const growing = client.getQueryData(queryKey) === undefined
      const known = new Set<string>()
      const readOn = async (offset: number, before: Fleet, round: number): Promise<Fleet> => {
        const limit = offset === 0 ? firstWindow : nextWindow
        const page = await platform().listVms({ offset, limit }, signal)
        const fresh = page.rows.filter(({ id }) => !known.has(id))
        for (const { id } of fresh) known.add(id)
        const vms = [...before.vms, ...fresh]
        const got = {
          vms,
          total: page.total ?? vms.length,
          unreadable: before.unreadable + page.unreadable,
          asOf: new Date(serverNow()),
        }
        const end = offset + limit
        if (fresh.length + page.unreadable === 0 || end >= got.total || round >= mostWindows) return got
        if (growing) client.setQueryData(queryKey, got)
        return readOn(end, got, round + 1)
      }
      return readOn(0, { vms: [], total: 0, unreadable: 0, asOf: new Date(serverNow()) }, 1)
    },
  })

export const vm = (id: string) =>
  queryOptions({
    queryKey: ['vms', id],
    queryFn: ({ signal }) => platform().getVm(id, signal),
    refetchInterval: ({ state }) => pacedAfter(state, state.data?.state === 'locked' ? 3_000 : 30_000),
  })

export const disks = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'disks'],
    queryFn: ({ signal }) => platform().listDisks(vmId, signal),
    staleTime: 60_000,
  })

export const vmTasks = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'tasks'],
    queryFn: ({ signal }) => platform().listTasks(vmId, signal),
    refetchInterval: ({ state }) => pacedAfter(state, state.data?.some((one) => !isOver(one)) ? 2_000 : 30_000),
  })

export const task = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => platform().getTask(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : pacedAfter(state, 2_000)),
  })

/** A week, so that weekly runs are among them, and a day, for the newest of these to end in. */
const recently = 8 * 24 * 60 * 60 * 1_000

/** How backups ended of late, with the moment of which that is known. */
export const recentOutcomes = () =>
  queryOptions({
    queryKey: ['outcomes'],
    queryFn: async ({ signal }) => {
      const asOf = new Date(serverNow())
      const found = await platform().recentOutcomes(new Date(asOf.getTime() - recently), signal)
      return { ...found, asOf }
    },
    refetchInterval: ({ state }) => pacedAfter(state, 60_000),
  })

/** A lock without known work is asked about soon: some platforms tell work only once they know whose VMs are locked. */
export const activity = () =>
  queryOptions({
    queryKey: ['activity'],
    queryFn: ({ signal }) => platform().listActivity(signal),
    refetchInterval: ({ state }) => {
      const locked = queryClient.getQueryData(fleet().queryKey)?.vms.some((one) => one.state === 'locked') ?? false
      return pacedAfter(state, locked || state.data?.length ? 5_000 : 60_000)
    },
  })

export const site = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'site'],
    queryFn: ({ signal }) => platform().getSite(vmId, signal),
    staleTime: 60_000,
  })

export const policies = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'policies'],
    queryFn: ({ signal }) => platform().listPolicies(vmId, signal),
    staleTime: 30_000,
  })

/** The policies of all datacenters that this person can see: what VMs are planned by. */
export const policiesInSight = () =>
  queryOptions({
    queryKey: ['policies'],
    queryFn: ({ signal }) => platform().listPoliciesInSight(signal),
    staleTime: 60_000,
  })

export const backups = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'backups'],
    queryFn: ({ signal }) => platform().listBackups(vmId, signal),
    refetchInterval: ({ state }) => pacedAfter(state, 30_000),
  })

export const vmEvents = (machine: VirtualMachine, query: EventQuery) =>
  queryOptions({
    queryKey: ['vms', machine.id, 'events', query],
    queryFn: ({ signal }) => platform().listVmEvents(machine, query, signal),
    refetchInterval: ({ state }) => pacedAfter(state, 30_000),
  })

export const saveProtection = (vmId: string) =>
  mutationOptions({ mutationFn: (change: ProtectionChange) => platform().saveProtection(vmId, change) })

export const backUpNow = (vmId: string) =>
  mutationOptions({ mutationFn: (options: { readonly replicate: boolean }) => platform().backUpNow(vmId, options) })

export const restore = (vmId: string) =>
  mutationOptions({ mutationFn: (backupId: string) => platform().restore(vmId, backupId) })

export const setPower = (vmId: string) =>
  mutationOptions({ mutationFn: (power: 'on' | 'off') => platform().setPower(vmId, power) })

export const deploy = (vmId: string) => mutationOptions({ mutationFn: () => platform().deploy(vmId) })

export const undeploy = (vmId: string) => mutationOptions({ mutationFn: () => platform().undeploy(vmId) })

/** The server's time in epoch milliseconds: this device's clock may be wrong. */
export const serverNow = (): number => Date.now() + platform().clockSkew()

/** The server's time for a moment of this device's clock, both in epoch milliseconds, e.g. for when an answer came. */
export const serverTime = (deviceTime: number): Date => new Date(deviceTime + platform().clockSkew())
