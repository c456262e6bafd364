import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'

import type { Activity, Platform } from '../port'
import type { FoundOutcome, TrailName, TrailQuery } from '../port-trail'
import { isAskedFor } from '../trail-sift'
import type { Fleet } from './fleet'
import type { Generation } from './generation'
import { numberOf } from './ids'
import type { Memory } from './memory'
import type { HistoryLine } from './records'
import type { Results } from './results'
import { copyPhase } from './states'
import { toTask, workOn } from './to-task'
import { endsOf, newestFirst, toOutcome, trailLines } from './trail-lines'

/** A line of the history says no more than the state that a backup came into. */
const actionOf = (state: string): string => `BACKUP_${state.toUpperCase()}`

const actions = ['REQUESTED', 'BUILDING', 'RUNNING', 'UNRESOURCED', 'SCRUB', 'SCRUBBING', 'CLOSED'].map(actionOf)

const names = ['text', 'vm', 'performedBy', 'user'] as const satisfies readonly TrailName[]

/** What happened, of one VM and of all. */
export function trail(generation: Generation, remembered: Memory, fleet: Fleet, { now, nameOf, learnPeople }: Results) {
  const { copiesSince, linesOf } = trailLines(generation, remembered)

  const toEvent = ({ copy, vm, at, state, by }: HistoryLine): TrailEvent => {
    const isFailure = copyPhase(state) === 'failed'
    return {
      id: `${copy}-${state}-${at.getTime()}`,
      at,
      severity: isFailure ? 'error' : 'info',
      severityText: isFailure ? 'ERROR' : 'INFO',
      action: actionOf(state),
      component: 'backup',
      performedBy: nameOf(by),
      user: nameOf(by),
      tenant: null,
      datacenter: null,
      virtualDatacenter: null,
      virtualAppliance: null,
      vmName: vm === null ? null : (remembered.machines.get(vm) ?? `${vm}`),
      text: remembered.copies.get(copy) || null,
    }
  }

  const events = async (
    query: TrailQuery & { readonly vmId?: number },
    signal?: AbortSignal,
  ): Promise<Page<TrailEvent>> => {
    const { lines, complete, unreadable } = await linesOf({ vm: query.vmId, from: query.from, to: query.to }, signal)
    await Promise.all([
      learnPeople(
        lines.map(({ by }) => by),
        signal,
      ),
      fleet.learnNames(
        lines.flatMap(({ vm }) => (vm === null ? [] : [vm])),
        signal,
      ),
    ])
    const all = lines.map(toEvent).filter((one) => isAskedFor(query, one))
    const rows = all.slice(query.offset, query.offset + query.limit)
    return { rows, total: complete ? all.length : null, unreadable, unreadableOfAny: true }
  }

  return {
    recentOutcomes: async (since, signal) => {
      // All that there are, however old: where nothing is planned the newest of a VM counts by its age alone.
      const { copies, complete: isAll, unreadable } = await copiesSince(new Date(0), signal)
      const complete = isAll && unreadable === 0
      const newest = new Map<string, FoundOutcome>()
      for (const one of copies.flatMap(toOutcome).toSorted(newestFirst))
        if (!newest.has(one.vmId)) newest.set(one.vmId, one)
      // One that cannot be read may be the newest of any VM.
      const oldest = unreadable > 0 ? null : complete ? since : (copies.at(-1)?.createdAt ?? null)
      const wholeSince = oldest && oldest > since ? oldest : oldest && since
      return { outcomes: [...newest.values()], replanned: [], since, wholeSince, complete }
    },
    listOutcomes: async ({ from, to }, signal) => {
      const { lines, complete: isAll, unreadable } = await linesOf({ from, to }, signal)
      const oldest = lines.at(-1)?.at ?? from
      const rest = isAll || oldest <= from ? null : { from, to: new Date(oldest.getTime() - 1) }
      const complete = isAll && unreadable === 0
      // When a line that cannot be read was written nobody knows.
      const wholeSince = unreadable > 0 ? null : complete ? from : oldest
      return { outcomes: endsOf(lines), replanned: [], since: from, wholeSince, complete, rest }
    },
    listActivity: async (signal): Promise<readonly Activity[]> => {
      const copies = await generation.moving(signal)
      return copies.flatMap((copy) => {
        const key = workOn(copy)
        return key ? [{ vmId: `${copy.vm}`, task: toTask(key, copy, now(), nameOf) }] : []
      })
    },
    listVmEvents: ({ id }, query, signal) => events({ ...query, vmId: numberOf(id, 'VM') }, signal),
    listEvents: events,
    getTrailWords: () => Promise.resolve({ actions, scope: 'backups', unseen: [], names, shows: 'all' }),
    recentFailures: async (since, signal) => {
      const { lines, complete: isAll, unreadable } = await linesOf({ from: since }, signal)
      const complete = isAll && unreadable === 0
      const failures = endsOf(lines).filter(({ outcome }) => outcome === 'failed')
      return { failures: failures.map(({ id, at }) => ({ id, at, datacenter: null })), since, complete }
    },
  } satisfies Partial<Platform>
}
