import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'
import { isRunning } from '~/domain/task'

import type { Activity, Failures, FoundOutcome, Platform, TrailQuery } from '../port'
import type { Connection } from './connection'
import { placeVmId } from './ids'
import type { Endings, Memory } from './memory'
import { inWindows, orNothing, readAll, usable, windowSize } from './read-all'
import { pendingTasksOf } from './to-actor'
import { endings, eventsPath, newestOfEach, planChanges, toEvent, toFailure, toOutcome } from './to-event'
import { toTask, vmOfTask } from './to-task'
import * as wire from './wire'
import { eventTypes } from './wire-admin'

/** Of each kind of ending as many as are read at once; a longer trail is told as not complete. */
const mostEndings = 10_000

/** Lines of the trail may come in a little late. */
const overlap = 15 * 60_000

/** Of so many other tenants the work is read at once. */
const mostTenants = 10

const laterOf = (one: Date, other: Date | null): Date | null => (other && other < one ? one : other)

/** Some releases compare whole seconds: asked a little further, and cut here. */
const secondAfter = (at: Date): Date => new Date(Math.ceil(at.getTime() / 1_000) * 1_000)

/** What one answer told of one action. */
interface Lines {
  readonly lines: readonly FoundOutcome[]
  readonly until: Date
  readonly complete: boolean
  /** Every line could be read. */
  readonly readable: boolean
  /** There are no more lines than those that came. */
  readonly whole: boolean
  /** Since when lines were read. */
  readonly oldest: Date
}

/** What happened, and what happens now, across VMs. */
export function trail(connection: Connection, remembered: Memory, mediaVersion: string) {
  const { addresses, read } = connection

  /**
   * The trail names a VM by its number. What a list of VMs told counts first, since VMs move between appliances; else
   * the event's own numbers make the id.
   */
  const vmIdOf = ({ idVirtualMachine, idVirtualApp, idVirtualDatacenter }: wire.Event): string | null => {
    if (idVirtualMachine === null) return null
    const known = remembered.machines.get(idVirtualMachine)
    if (known !== undefined || idVirtualApp === null || idVirtualDatacenter === null) return known ?? null
    return placeVmId(idVirtualDatacenter, idVirtualApp, idVirtualMachine)
  }

  /** Every line of one action in a span, as far as one answer reaches; without `to` up to now. */
  const readLines = async (action: string, since: Date, to: Date | null, signal?: AbortSignal): Promise<Lines> => {
    const query = { action, from: since, ...(to && { to: secondAfter(to) }), offset: 0, limit: mostEndings }
    const page = await read(eventsPath(query, mediaVersion), 'events', wire.events, signal)
    const named = page.rows
      .map((event): FoundOutcome | null => {
        const vmId = vmIdOf(event)
        const outcome = vmId === null ? null : toOutcome(event, vmId)
        return outcome && { ...outcome, id: event.id }
      })
      .filter((outcome) => outcome !== null)
    const until = named.reduce((newest, { at }) => (at > newest ? at : newest), since)
    const readable = page.unreadable === 0 && named.length === page.rows.length
    // An empty list may come without a total.
    const whole = page.rows.length + page.unreadable >= (page.total ?? page.rows.length)
    // The newest lines come first: what is missing is older than the oldest.
    const oldest = named.reduce((first, { at }) => (at < first ? at : first), until)
    const complete = readable && whole
    return { lines: named, until, complete, readable, whole, oldest: whole ? since : oldest }
  }

  const readEndings = async (action: string, since: Date, signal?: AbortSignal): Promise<Endings> => {
    const { lines, until, complete, readable, oldest } = await readLines(action, since, null, signal)
    return { since, until, outcomes: newestOfEach(lines), complete, wholeSince: readable ? oldest : null }
  }

  /** The whole span once; then only what is new, so that a large fleet can be asked every minute. */
  const endingsOf = async (action: string, since: Date, signal?: AbortSignal): Promise<Endings> => {
    // Those of this person: an answer that comes after signing out finds a new table, and is not kept.
    const { endings: known } = remembered
    const before = known.get(action)
    const from =
      before && before.since <= since ? new Date(Math.max(since.getTime(), before.until.getTime() - overlap)) : since
    const news = await readEndings(action, from, signal)
    if (from === since || !before) {
      known.set(action, news)
      return news
    }
    const outcomes = newestOfEach([...news.outcomes, ...before.outcomes]).filter(({ at }) => at >= since)
    const complete = news.complete && before.complete
    const wholeSince = news.complete ? laterOf(since, before.wholeSince) : news.wholeSince
    const whole = { since, until: news.until, outcomes, complete, wholeSince }
    known.set(action, whole)
    return whole
  }

  /** Who sees VMs of other tenants finds their work at each tenant; only locked VMs make it worth a request. */
  const otherTenants = (): readonly string[] =>
    [...new Set(remembered.locked.values())]
      .map(pendingTasksOf)
      .filter((path) => !remembered.pendingTasks.includes(path))
      .slice(0, mostTenants)

  const eventsOf = async (query: TrailQuery, signal?: AbortSignal): Promise<Page<TrailEvent>> => {
    const page = await read(eventsPath(query, mediaVersion), 'events', wire.events, signal)
    // Beyond its end Abiquo answers with the last page again.
    if (query.offset > 0 && query.offset >= (page.total ?? Infinity))
      return { rows: [], total: page.total, unreadable: 0 }
    return {
      rows: page.rows.map(toEvent),
      total: page.total ?? (page.rows.length === 0 ? 0 : null),
      unreadable: page.unreadable,
    }
  }

  const failuresOf = async (action: string, since: Date, signal?: AbortSignal): Promise<Omit<Failures, 'since'>> => {
    const query: TrailQuery = { action, severity: 'error', from: since, offset: 0, limit: mostEndings }
    const page = await read(eventsPath(query, mediaVersion), 'events', wire.events, signal)
    const failures = page.rows.map(toFailure).filter((failure) => failure !== null)
    const complete = page.unreadable === 0 && failures.length >= (page.total ?? page.rows.length)
    return { failures, complete }
  }

  return {
    listVmEvents: (vm, query, signal) => eventsOf({ ...query, vm: vm.platformName }, signal),
    listEvents: eventsOf,
    getTrailWords: async (signal) => {
      const { actions } = await read('/events', 'eventtypes', eventTypes, signal)
      return { actions }
    },
    recentFailures: async (since, signal) => {
      const found = await Promise.all(endings.map((action) => failuresOf(action, since, signal)))
      return {
        failures: found.flatMap(({ failures }) => failures),
        since,
        complete: remembered.seesEndings && found.every(({ complete }) => complete),
      }
    },
    recentOutcomes: async (since, signal) => {
      const [found, changes] = await Promise.all(
        [endings, planChanges].map((actions) => Promise.all(actions.map((action) => endingsOf(action, since, signal)))),
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
        wholeSince: remembered.seesEndings ? wholeSince : null,
        complete: remembered.seesEndings && ends.every(({ complete }) => complete),
      }
    },
    listOutcomes: async ({ from, to }, signal) => {
      const [found, changes] = await Promise.all(
        [endings, planChanges].map((actions) =>
          Promise.all(actions.map((action) => readLines(action, from, to, signal))),
        ),
      )
      const ends = found ?? []
      // Where one action reaches less far, the others are cut there too, so that reading on tells no line twice.
      const reached = ends.reduce((latest, { oldest }) => (oldest > latest ? oldest : latest), from)
      const whole = ends.every((one) => one.whole)
      const inSpan = ({ at }: { readonly at: Date }): boolean => at <= to && (whole ? at >= from : at > reached)
      const readable = remembered.seesEndings && ends.every((one) => one.readable)
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
      const readFrom = async (paths: readonly string[]): Promise<readonly wire.Task[]> => {
        const [path, ...narrower] = paths
        if (path === undefined) return []
        const found = await readAll(connection, inWindows(path, windowSize), 'tasks', wire.tasks, signal).catch(
          orNothing(null),
        )
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
