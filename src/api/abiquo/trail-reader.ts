import type { Failures, FoundOutcome } from '../port-trail'
import { mapUnhurried } from '../unhurried'
import type { Connection } from './connection'
import { besideEnds, endings } from './ends'
import { placeVmId } from './ids'
import type { Endings, Memory } from './memory'
import { readInstant } from './times'
import { newestOfEach, toFailure, toOutcome } from './to-event'
import { type TrailAnswer, trailAnswers } from './trail-answers'
import type * as work from './wire-work'

/** Lines of the trail may come in a little late. */
const overlap = 15 * 60_000

/** What could not be read in one answer may come well in the next: it is asked again so often, and then given up. */
const mostTries = 20

/** The later of two instants; the first where the other is null. */
export const laterOf = (one: Date, other: Date | null): Date | null => (other && other < one ? one : other)

/** Some releases compare whole seconds: asked a little further, and cut here. */
const secondAfter = (at: Date): Date => new Date(Math.ceil(at.getTime() / 1_000) * 1_000)

/** What one answer told of one action. */
interface Lines {
  readonly lines: readonly FoundOutcome[]
  readonly complete: boolean
  /** Every line could be read. */
  readonly readable: boolean
  /** There are no more lines than those that came. */
  readonly whole: boolean
  /** Since when lines were read. */
  readonly oldest: Date
}

const toEndings = ({ lines, complete, readable, oldest }: Lines, since: Date): Endings => ({
  outcomes: newestOfEach(lines.filter(({ at }) => at >= since)),
  complete,
  wholeSince: readable ? oldest : null,
})

/** Reads what the trail tells of backups: all of it once, then only what is new. */
export function trailReader(connection: Connection, remembered: Memory, mediaVersion: string) {
  const { clockSkew } = connection
  const answersOf = trailAnswers(connection, mediaVersion)
  const unread = new WeakMap<object, number>()

  /** Whether an answer is all that there will be of its span; else it is not kept, and the same is asked again. */
  const isSettled = (known: object, readable: boolean): boolean => {
    const tries = readable ? 0 : (unread.get(known) ?? 0) + 1
    unread.set(known, tries % mostTries)
    return readable || tries === mostTries
  }

  /**
   * The trail names a VM by its number. What a list of VMs told counts first, since VMs move between appliances; else
   * the event's own numbers make the id.
   */
  const vmIdOf = ({ idVirtualMachine, idVirtualApp, idVirtualDatacenter }: work.Event): string | null => {
    if (idVirtualMachine === null) return null
    const known = remembered.machines.get(idVirtualMachine)
    if (known !== undefined || idVirtualApp === null || idVirtualDatacenter === null) return known ?? null
    return placeVmId(idVirtualDatacenter, idVirtualApp, idVirtualMachine)
  }

  /** What one answer told of one action. */
  const linesOf = async (answer: TrailAnswer, beside: ReadonlySet<string>, since: Date): Promise<Lines> => {
    const found = await mapUnhurried(answer.rows, (event): FoundOutcome | null => {
      const vmId = vmIdOf(event)
      const outcome = vmId === null ? null : toOutcome(event, vmId)
      return outcome && { ...outcome, id: event.id }
    })
    const named = found.filter((outcome) => outcome !== null)
    const readable = answer.unreadable === 0 && named.length === answer.rows.length
    // An empty list may come without a total.
    const whole = answer.rows.length + answer.unreadable >= (answer.total ?? answer.rows.length)
    // The newest lines come first: what is missing is older than the oldest.
    const newest = named.reduce((last, { at }) => (at > last ? at : last), since)
    const oldest = named.reduce((first, { at }) => (at < first ? at : first), newest)
    // Left out last: what was read reaches as far as it does, whatever it told of.
    const lines = beside.size === 0 ? named : named.filter(({ id }) => !beside.has(id))
    return { lines, complete: readable && whole, readable, whole, oldest: whole ? since : oldest }
  }

  /** Every line of some actions in a span, as far as one answer reaches; without `to` up to now. */
  const readLines = async (
    actions: readonly string[],
    from: Date,
    to: Date | null,
    signal?: AbortSignal,
  ): Promise<readonly Lines[]> => {
    const answers = await answersOf({ actions, from, to: to && secondAfter(to) }, signal)
    const beside = besideEnds(answers.map(({ rows }) => rows))
    return Promise.all(answers.map((answer) => linesOf(answer, beside, from)))
  }

  /** The whole span once; then only what is new, so that a large fleet can be asked every minute. */
  const endingsOf = async (
    actions: readonly string[],
    since: Date,
    signal?: AbortSignal,
  ): Promise<readonly Endings[]> => {
    // Those of this person: an answer that comes after signing out finds a new table, and is not kept.
    const { endings: known } = remembered
    const until = new Date(Date.now() + clockSkew())
    const before = known.get(actions)
    const from =
      before && before.since <= since && before.until >= since
        ? new Date(Math.max(since.getTime(), before.until.getTime() - overlap))
        : since
    const told = await readLines(actions, from, null, signal)
    const ends = told.map((lines, place): Endings => {
      const news = toEndings(lines, from)
      const old = from === since ? undefined : before?.ends[place]
      if (!old) return news
      return {
        outcomes: newestOfEach([...news.outcomes, ...old.outcomes]).filter(({ at }) => at >= since),
        complete: news.complete && old.complete,
        wholeSince: news.complete ? laterOf(since, old.wholeSince) : news.wholeSince,
      }
    })
    const readable = told.every((lines) => lines.readable)
    if (isSettled(actions, readable)) known.set(actions, { since, until, ends })
    return ends
  }

  /** The failures of a span, which are few; later only the newest lines are read. */
  const failuresSince = async (since: Date, signal?: AbortSignal): Promise<Omit<Failures, 'since'>> => {
    const { failures: known } = remembered
    const until = new Date(Date.now() + clockSkew())
    const before = known.get(endings)
    const from = before && before.since <= since && before.until >= since ? before.until : null
    const start = from ? new Date(Math.max(since.getTime(), from.getTime() - overlap)) : since
    const answers = await answersOf({ actions: endings, from: start, to: null, severity: 'error' }, signal)
    const beside = besideEnds(answers.map(({ rows }) => rows))
    const found = answers
      .flatMap(({ rows }) => rows.map(toFailure).filter((failure) => failure !== null))
      .filter(({ id }) => !beside.has(id))
    const readable = answers.every(
      ({ rows, unreadable }) => unreadable === 0 && rows.every(({ timestamp }) => readInstant(timestamp) !== null),
    )
    const complete = readable && answers.every(({ rows, total }) => rows.length >= (total ?? rows.length))
    const settled = from && before ? before.failures.filter(({ at }) => at < start && at >= since) : []
    const failures = [...found.filter(({ at }) => at >= start), ...settled]
    const whole = { failures, complete: complete && (from === null || before?.complete === true) }
    if (isSettled(known, readable)) known.set(endings, { since, until, ...whole })
    return whole
  }

  return { readLines, endingsOf, failuresSince }
}
