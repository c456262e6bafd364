import type { Query } from '@tanstack/react-query'

import { ApiError } from '../error'
import { type Asked, checkAfter, type Line, lineOf, skewToTell } from '../line'
import { platform } from '../platform'
import { queryClient } from '../queries'
import { noteServed } from '../served'

export type { Line } from '../line'

let line: Line = 'well'
let skew: number | null = null
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How the platform answers the screen as a whole, in the shape that `useSyncExternalStore` takes. */
export const lineSight = { get: (): Line => line, subscribe }

/** Minutes by which this device's clock and the platform's differ, when that is worth a word; else null. */
export const skewSight = { get: (): number | null => skew, subscribe }

/** Since when each question waits for an answer. */
const waits = new Map<string, number>()

/** The status with which each question failed last, until it is answered: while it is asked again its error is gone. */
const failures = new Map<string, number | null>()

const active = (): readonly Query[] => queryClient.getQueryCache().findAll({ type: 'active' })

const statusOf = (error: unknown): number | null => (error instanceof ApiError ? error.status : null)

const askedBy = ({ queryHash, state }: Query): Asked => ({
  waitingSince: state.data === undefined && state.fetchStatus === 'fetching' ? (waits.get(queryHash) ?? null) : null,
  answeredAt: state.dataUpdatedAt,
  failedAt: state.errorUpdatedAt,
  status: failures.get(queryHash) ?? null,
  hasData: state.data !== undefined,
})

let checks = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Asks one of the questions again that were not served. A platform that answers it is asked the others too. */
export async function checkLine(): Promise<void> {
  clearTimeout(timer)
  const refused = active().find(({ state }) => state.error !== null)
  checks += 1
  if (refused) await queryClient.refetchQueries({ queryKey: refused.queryKey, exact: true })
  if (line === 'down' || line === 'blank') plan()
}

function plan(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void checkLine(), checkAfter(checks))
}

const isDown = (one: Line): boolean => one === 'down' || one === 'blank'

function look(): void {
  const next = lineOf(active().map(askedBy), Date.now())
  const told = skewToTell(platform().clockSkew())
  if (next === line && told === skew) return
  const [before, now] = [isDown(line), isDown(next)]
  line = next
  skew = told
  noteServed(!now)
  if (now && !before) {
    checks = 0
    plan()
  }
  if (before && !now) {
    clearTimeout(timer)
    void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.error !== null })
  }
  for (const listener of listeners) listener()
}

/** Watches how the questions of the screen fare. Called once, before the first screen. */
export function watchLine(): void {
  queryClient.getQueryCache().subscribe((event) => {
    const { queryHash } = event.query
    if (event.type === 'removed') for (const kept of [waits, failures]) kept.delete(queryHash)
    if (event.type !== 'updated') return
    const { action } = event
    // What came in part is an answer too: waiting begins anew.
    if (action.type === 'fetch' || action.type === 'success') waits.set(queryHash, Date.now())
    if (action.type === 'success') failures.delete(queryHash)
    if (action.type === 'error') failures.set(queryHash, statusOf(action.error))
  })
  setInterval(look, 1_000)
}
