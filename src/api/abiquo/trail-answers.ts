import type { Connection } from './connection'
import { eventsPath } from './to-event'
import * as wire from './wire'

/** Of each action as many lines as are read at once; a longer trail is told as not complete. */
export const mostLines = 10_000

/** So short a span, up to now, is asked in one question for all actions. Milliseconds. */
const short = 2 * 60 * 60_000

/** Spans of one question begin at such moments, so that all who want the newest lines ask the same. Milliseconds. */
const step = 10 * 60_000

/** Those who ask at the same moment get the same answer. Milliseconds. */
const moment = 500

/** What the platform answers about one action, newest first. */
export interface TrailAnswer {
  readonly rows: readonly wire.Event[]
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
export function trailAnswers({ read, clockSkew }: Connection, mediaVersion: string) {
  let latest: { readonly path: string; readonly at: number; readonly answer: Promise<TrailAnswer> } | null = null

  // Given up by none of those who share it.
  const newest = (from: Date): Promise<TrailAnswer> => {
    const start = new Date(Math.floor(from.getTime() / step) * step)
    const path = eventsPath({ from: start, offset: 0, limit: mostLines }, mediaVersion)
    const at = Date.now()
    if (latest?.path === path && Math.abs(at - latest.at) < moment) return latest.answer
    const answer = read(path, 'events', wire.events)
    latest = { path, at, answer }
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
    return Promise.all(
      actions.map((action) =>
        read(
          eventsPath(
            { action, from, ...(to && { to }), ...(severity && { severity }), offset: 0, limit: mostLines },
            mediaVersion,
          ),
          'events',
          wire.events,
          signal,
        ),
      ),
    )
  }
}
