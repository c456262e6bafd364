import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'
import { isRunning } from '~/domain/task'

import type { Activity, Platform } from '../port'
import type { TrailQuery } from '../port-trail'
import type { Connection } from './connection'
import { endings, reaches, schedulerEnds, untoldEnds } from './ends'
import type { Memory } from './memory'
import { isBeyondEnd, orNothing, readAll, usable } from './read-all'
import { pendingTasksOf } from './to-actor'
import { eventsPath, newestOfEach, planChanges, toEvent } from './to-event'
import { toTask, vmOfTask } from './to-task'
import { laterOf, trailReader } from './trail-reader'
import { trailWords } from './trail-words'
import { eventTypes } from './wire-admin'
import * as work from './wire-work'

/** Of so many other tenants the work is read at once. */
const mostTenants = 10

/** What happened, and what happens now, across VMs. */
export function trail(connection: Connection, remembered: Memory, mediaVersion: string) {
  const { addresses, early, read } = connection
  const { readLines, endingsOf, failuresSince } = trailReader(connection, remembered, mediaVersion)

  /** Planned backups were heard of under their own action; else the scheduler tells of them, and not to everyone. */
  const hearsPlanned = (): boolean =>
    reaches(schedulerEnds, remembered.may) || (remembered.endings.get(endings)?.ends[0]?.outcomes.length ?? 0) > 0

  /** Whether this person receives the ends of all backups. */
  const seesEnds = (): boolean => !untoldEnds(remembered.may, early).untoldEnds && hearsPlanned()

  /** Who sees VMs of other tenants finds their work at each tenant; only locked VMs make it worth a request. */
  const otherTenants = (): readonly string[] =>
    [...new Set(remembered.locked.values())]
      .map(pendingTasksOf)
      .filter((path) => !remembered.pendingTasks.includes(path))
      .slice(0, mostTenants)

  const eventsOf = async (query: TrailQuery, signal?: AbortSignal): Promise<Page<TrailEvent>> => {
    const page = await read(eventsPath(query, mediaVersion), 'events', work.events, signal)
    if (isBeyondEnd(query.offset, page)) return { rows: [], total: page.total, unreadable: 0 }
    return {
      rows: page.rows.map(toEvent),
      total: page.total ?? (page.rows.length === 0 ? 0 : null),
      unreadable: page.unreadable,
    }
  }

  return {
    listVmEvents: (vm, query, signal) => eventsOf({ ...query, vm: vm.platformName }, signal),
    listEvents: eventsOf,
    getTrailWords: async (signal) => {
      const known = await read('/events', 'eventtypes', eventTypes, signal).catch(orNothing(null))
      return trailWords(known?.actions ?? null, remembered.may)
    },
    recentFailures: async (since, signal) => {
      const { failures, complete } = await failuresSince(since, signal)
      return { failures, since, complete: seesEnds() && complete }
    },
    recentOutcomes: async (since, signal) => {
      const [found, changes] = await Promise.all(
        [endings, planChanges].map((actions) => endingsOf(actions, since, signal)),
      )
      const ends = found ?? []
      const replanned = newestOfEach((changes ?? []).flatMap(({ outcomes }) => outcomes))
      const wholeSince = ends.reduce<Date | null>(
        (known, one) => known && one.wholeSince && laterOf(known, one.wholeSince),
        since,
      )
      return {
        outcomes: newestOfEach(ends.flatMap(({ outcomes }) => outcomes)),
        replanned: replanned.map(({ vmId, at }) => ({ vmId, at })),
        since,
        wholeSince: seesEnds() ? wholeSince : null,
        complete: seesEnds() && ends.every(({ complete }) => complete),
      }
    },
    listOutcomes: async ({ from, to }, signal) => {
      const [found, changes] = await Promise.all(
        [endings, planChanges].map((actions) => readLines(actions, from, to, signal)),
      )
      const ends = found ?? []
      // Where one action reaches less far, the others are cut there too, so that reading on tells no line twice.
      const reached = ends.reduce((latest, { oldest }) => (oldest > latest ? oldest : latest), from)
      const whole = ends.every((one) => one.whole)
      const inSpan = ({ at }: { readonly at: Date }): boolean => at <= to && (whole ? at >= from : at > reached)
      const readable = seesEnds() && ends.every((one) => one.readable)
      return {
        outcomes: ends
          .flatMap(({ lines }) => lines.filter(inSpan))
          .toSorted((one, other) => other.at.getTime() - one.at.getTime()),
        replanned: newestOfEach(
          (changes ?? []).flatMap(({ lines }) => lines.filter(({ at }) => at >= from && at <= to)),
        ).map(({ vmId, at }) => ({ vmId, at })),
        since: from,
        wholeSince: readable ? reached : null,
        complete: readable && whole,
        // A single moment with more lines than an answer holds cannot be read on.
        rest: !whole && reached > from && reached < to ? { from, to: reached } : null,
      }
    },
    listActivity: async (signal) => {
      const readFrom = async (paths: readonly string[]): Promise<readonly work.Task[]> => {
        const [path, ...narrower] = paths
        if (path === undefined) return []
        const found = await readAll(connection, path, 'tasks', work.tasks, signal).catch(orNothing(null))
        return found ? found.rows : readFrom(narrower)
      }
      const lists = [remembered.pendingTasks, ...otherTenants().map((path) => [path])]
      const tasks = await Promise.all(lists.map(readFrom))
      return usable(tasks.flat(), (task): readonly Activity[] => {
        const vmId = vmOfTask(addresses, task)
        const running = toTask(addresses, task, '')
        return vmId !== null && isRunning(running) ? [{ vmId, task: running }] : []
      }).flat()
    },
  } satisfies Partial<Platform>
}

/** The part of the port about events of the whole platform. */
export type Trail = ReturnType<typeof trail>
