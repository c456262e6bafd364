import type { TrailQuery } from '../port-trail'
import { mapUnhurried } from '../unhurried'
import type { Connection } from './connection'
import { schedulerEnds, tellsPlanned } from './ends'
import { eventsPath } from './to-event'
import * as work from './wire-work'

/** Of each action as many lines as are read; a longer trail is told as not complete. */
const mostLines = 10_000

/** So many lines come in one answer: a longer text takes longer than a frame before the first line can be looked at. */
const window = 600

/** So short a span, up to now, is asked in one question for all actions. Milliseconds. */
const short = 2 * 60 * 60_000

/** Spans of one question begin at such moments, so that all who want the newest lines ask the same. Milliseconds. */
const step = 10 * 60_000

/** Those who ask at the same moment, by the server's clock, get the same answer. Milliseconds. */
const moment = 500

/** What the platform answers about one action, newest first. */
export interface TrailAnswer {
  readonly rows: readonly work.Event[]
  readonly unreadable: number
  /** As the platform counts; null when it does not. */
  readonly total: number | null
}

/** What is asked of the trail. */
export interface TrailQuestion {
  readonly actions: readonly string[]
  readonly from: Date
  /** Null: up to now. */
  readonly to: Date | null
  readonly severity?: 'error'
}

/** A platform asks for one action a question; the newest lines of all actions come in one, when that holds them all. */
export function trailAnswers({ read, clockSkew }: Pick<Connection, 'read' | 'clockSkew'>, mediaVersion: string) {
  /** The newest lines of a question, window after window. */
  const linesOf = async (query: Omit<TrailQuery, 'offset' | 'limit'>, signal?: AbortSignal): Promise<TrailAnswer> => {
    const readOn = async (before: TrailAnswer, offset: number): Promise<TrailAnswer> => {
      const path = eventsPath({ ...query, offset, limit: window }, mediaVersion)
      const page = await read(path, 'events', work.events, signal)
      // What was written meanwhile moves the list on: a line may come twice.
      const known = new Set(before.rows.map(({ id }) => id))
      const answer: TrailAnswer = {
        rows: [...before.rows, ...page.rows.filter(({ id }) => !known.has(id))],
        unreadable: before.unreadable + page.unreadable,
        total: offset === 0 ? page.total : before.total,
      }
      const end = offset + window
      const isLast = page.rows.length + page.unreadable < window || end >= (page.total ?? mostLines)
      return isLast || end >= mostLines ? answer : readOn(answer, end)
    }
    return readOn({ rows: [], unreadable: 0, total: null }, 0)
  }

  let latest: { readonly start: number; readonly at: number; readonly answer: Promise<TrailAnswer> } | null = null

  // Given up by none of those who share it.
  const newest = (from: Date): Promise<TrailAnswer> => {
    const start = new Date(Math.floor(from.getTime() / step) * step)
    // Whoever has learnt since that the server is further would take this answer for a newer one.
    const at = Date.now() + clockSkew()
    if (latest?.start === start.getTime() && Math.abs(at - latest.at) < moment) return latest.answer
    const answer = linesOf({ from: start })
    latest = { start: start.getTime(), at, answer }
    return answer
  }

  const isNewest = (from: Date): boolean => {
    const age = Date.now() + clockSkew() - from.getTime()
    return age >= 0 && age <= short
  }

  return async (
    { actions, from, to, severity }: TrailQuestion,
    signal?: AbortSignal,
  ): Promise<readonly TrailAnswer[]> => {
    if (isNewest(from)) {
      const { rows, unreadable, total } = await newest(from)
      // Lines of later moments than were asked for are left to who asks.
      if (unreadable === 0 && rows.length >= (total ?? rows.length) && rows.length < mostLines)
        return actions.map((action) => {
          const own = rows.filter((row) => row.actionPerformed === action)
          return { rows: own, unreadable: 0, total: own.length }
        })
    }
    const ask = async (some: readonly string[]): Promise<readonly TrailAnswer[]> => {
      // A browser takes milliseconds to send a question: seven of them at once would be felt.
      const asked = await mapUnhurried(some, (action) => {
        const lines = linesOf({ action, from, ...(to && { to }), ...(severity && { severity }) }, signal)
        // Whoever awaits them all hears of it.
        lines.catch(() => null)
        return lines
      })
      return Promise.all(asked)
    }
    const ofScheduler = actions.filter((action) => schedulerEnds.actions.includes(action))
    const answers = await ask(actions.filter((action) => !ofScheduler.includes(action)))
    if (tellsPlanned(answers.map(({ rows }) => rows)))
      return [...answers, ...ofScheduler.map((): TrailAnswer => ({ rows: [], unreadable: 0, total: 0 }))]
    return [...answers, ...(await ask(ofScheduler))]
  }
}
