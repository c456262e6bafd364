import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'

import { isOver } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'

import type { ApiError, ErrorKind } from './error'
import { firstWindow } from './first-window'
import { pacedAfter, restingAfter } from './pace'
import { platform } from './platform'
import type { EventQuery } from './port-trail'
import { askFurther, isBrokenOff, type Reach, type ReadRows, readOn } from './queries/read-on'
import { isServed } from './served'
import { sessionEnded } from './session'
import { untilDrawn } from './unhurried'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
  }
}

/** Errors of a write after which the platform has something else than the screen says. */
const outdated: ReadonlySet<ErrorKind> = new Set(['stale', 'conflict', 'not-found'])

const noticeSession = (error: ApiError, asked?: number): void => {
  if (error.kind === 'signed-out') sessionEnded(asked)
}

/** Milliseconds for which a person is left without a word while a read is repeated. */
const longestSilence = 10_000

/**
 * A read is repeated twice when the network or the server failed, or the server was too busy, and once when it says itself
 * that it serves nobody now: a whole screen may ask the same of it. A write never. Where repeating would take long, because
 * an answer was awaited in vain or the platform asks to wait, and while it serves nobody, it is said at once instead.
 */
const readAgain = (attempt: number, error: ApiError): boolean =>
  (error.kind === 'offline' || error.kind === 'server' || error.kind === 'busy') &&
  !error.late &&
  isServed() &&
  (error.retryAfter ?? 0) <= longestSilence &&
  attempt < (error.status === 503 ? 1 : 2)

/** After as long as the platform asks for, else after half a second, then a second; spread, so that not all come at once. */
const pause = (attempt: number, error: ApiError): number =>
  error.retryAfter ?? 500 * 2 ** attempt * (1 + Math.random() / 4)

/**
 * What was read, and when it is read again. Reads are fresh for 5 seconds unless they say otherwise; writes are sent
 * once, never again by themselves, and never kept for later.
 */
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
  queryCache: new QueryCache({ onError: (error) => noticeSession(error) }),
  // Any write may change any list. Only what is on screen is fetched again, so the blunt rule costs little and cannot be
  // forgotten. It is awaited: a mutation is pending until the screen shows its effect.
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      noticeSession(error, mutation.state.submittedAt)
      // Not awaited: why it was refused is said at once.
      if (outdated.has(error.kind) && mutation.meta?.['oneOfSeveral'] !== true) void queryClient.invalidateQueries()
    },
    onSuccess: (_result, _variables, _context, mutation) =>
      mutation.meta?.['oneOfSeveral'] === true ? undefined : queryClient.invalidateQueries(),
  }),
})

/** VMs in sight, all or those that a search found, with how far the reading got. */
export type Fleet = ReadRows<VirtualMachine>

/** What a search finds changes at each letter. Of a longer list the first window alone is read: it tells how long it is. */
const reachOf = (text: string): Reach => ({ whole: text === '' ? 12_000 : 2_000, ofLonger: 0 })

/** The whole fleet, or the VMs that the platform finds by a text; of a long list only the beginning. */
export const fleet = (text = '') =>
  queryOptions<Fleet>({
    queryKey: text === '' ? ['vms'] : ['vms', 'found', text],
    staleTime: ({ state: { data } }) => (isBrokenOff(data) ? 0 : 20_000),
    queryFn: ({ signal, client, queryKey }): Promise<Fleet> =>
      readOn({
        client,
        queryKey,
        text,
        now: serverNow(),
        ...reachOf(text),
        limits: { first: firstWindow, next: 100 },
        read: (window) => platform().listVms({ ...window, ...(text !== '' && { text }) }, signal),
      }),
  })

/** Reads a long list of VMs on by so many rows; what was read stays. */
export const readFurther = (text: string, rows: number): Promise<void> =>
  askFurther(queryClient, fleet(text).queryKey, rows)

/** A VM by itself: asked every 3 seconds while it is locked, every 30 else. */
export const vm = (id: string) =>
  queryOptions({
    queryKey: ['vms', id],
    queryFn: ({ signal }) => platform().getVm(id, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'locked' ? pacedAfter(state, 3_000) : restingAfter(state, 30_000),
  })

/** The disks of a VM; they change seldom, so they count as fresh for a minute. */
export const disks = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'disks'],
    queryFn: ({ signal }) => platform().listDisks(vmId, signal),
    staleTime: 60_000,
  })

/** The tasks of a VM, newest first: asked every 2 seconds while one is not over, every 30 else. */
export const vmTasks = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'tasks'],
    queryFn: ({ signal }) => platform().listTasks(vmId, signal),
    refetchInterval: ({ state }) =>
      state.data?.some((one) => !isOver(one) && !one.standing)
        ? pacedAfter(state, 2_000)
        : restingAfter(state, state.data?.some((one) => one.standing) ? 10_000 : 30_000),
  })

/** One task, asked every 2 seconds until it is over. */
export const task = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => platform().getTask(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : pacedAfter(state, 2_000)),
  })

/** A week, so that weekly runs are among them, and a day, for the newest of these to end in. */
const recently = 8 * 24 * 60 * 60 * 1_000

/** How backups ended of late; like all that fills in a list, asked once the list is drawn. With the moment of which that is known. */
export const recentOutcomes = () =>
  queryOptions({
    queryKey: ['outcomes'],
    queryFn: async ({ signal }) => {
      await untilDrawn()
      const asOf = new Date(serverNow())
      const found = await platform().recentOutcomes(new Date(asOf.getTime() - recently), signal)
      return { ...found, asOf }
    },
    refetchInterval: ({ state }) => restingAfter(state, 60_000),
  })

/** With more work than this, as a large fleet always has, the list follows it less closely. */
const closelyFollowed = 20

/** A lock without known work is asked about soon: some platforms tell work only once they know whose VMs are locked. */
export const activity = () =>
  queryOptions({
    queryKey: ['activity'],
    queryFn: async ({ signal }) => {
      await untilDrawn()
      return platform().listActivity(signal)
    },
    refetchInterval: ({ state }) => {
      const vms = queryClient.getQueryData(fleet().queryKey)?.rows ?? []
      const locked = vms.reduce((sum, one) => (one.state === 'locked' ? sum + 1 : sum), 0)
      const work = Math.max(locked, state.data?.length ?? 0)
      return restingAfter(state, work === 0 ? 60_000 : work > closelyFollowed ? 30_000 : 5_000)
    },
  })

/** What the datacenter of a VM offers and allows. */
export const site = (vmId: string) =>
  queryOptions({
    queryKey: ['vms', vmId, 'site'],
    queryFn: ({ signal }) => platform().getSite(vmId, signal),
    staleTime: 60_000,
  })

/** The policies that the tenant of a VM may use for it. */
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
    queryFn: async ({ signal, client, queryKey }) => {
      await untilDrawn()
      const found = await platform().listPoliciesInSight(signal)
      const before = client.getQueryData<typeof found>(queryKey)
      // What a place does not tell now it told before: that some could not be read is said all the same.
      const silent = [...(before?.told ?? [])].filter(([place]) => found.unreadable > 0 && !found.told?.has(place))
      const kept = new Set(silent.flatMap(([, ids]) => ids))
      if (!before || kept.size === 0) return found
      return {
        ...found,
        rows: [...found.rows, ...before.rows.filter(({ id }) => kept.has(id))],
        told: new Map([...silent, ...(found.told ?? [])]),
      }
    },
    staleTime: 60_000,
  })

/** Events of one VM, newest first, asked every 30 seconds. */
export const vmEvents = (machine: VirtualMachine, query: EventQuery) =>
  queryOptions({
    queryKey: ['vms', machine.id, 'events', query],
    queryFn: ({ signal }) => platform().listVmEvents(machine, query, signal),
    refetchInterval: ({ state }) => restingAfter(state, 30_000),
  })

/** The server's time in epoch milliseconds: this device's clock may be wrong. */
export const serverNow = (): number => Date.now() + platform().clockSkew()

/** The server's time for a moment of this device's clock, both in epoch milliseconds, e.g. for when an answer came. */
export const serverTime = (deviceTime: number): Date => new Date(deviceTime + platform().clockSkew())
