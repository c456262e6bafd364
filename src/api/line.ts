/** One question of the screen to the platform. Times in epoch milliseconds; 0: never. */
export interface Asked {
  /** Since when an answer is awaited that the screen has nothing in place of; null: none is. */
  readonly waitingSince: number | null
  readonly answeredAt: number
  readonly failedAt: number
  /** Status of the answer that failed last; null: it did not fail, or there was no answer. */
  readonly status: number | null
  readonly hasData: boolean
}

/**
 * How the platform answers the screen as a whole.
 * - `slow`: something is awaited longer than usual. - `down`: it serves nobody now; `blank` when the screen has nothing to show.
 */
export type Line = 'well' | 'slow' | 'down' | 'blank'

/** Milliseconds after which waiting is longer than usual. */
const usualWait = 10_000

/** The answer of a platform that serves nobody: it says so itself, or a gateway that does not reach it. */
const servesNobody = (status: number | null): boolean => status === 502 || status === 503

/** Two questions that it does not serve, and nothing answered since, are no accident of one page of it; a screen may have one only. */
const enough = 2

/** Judges by all questions of the screen; `now` in epoch milliseconds. */
export function lineOf(asked: readonly Asked[], now: number): Line {
  const refused = asked.filter(({ status }) => servesNobody(status))
  const since = Math.min(...refused.map(({ failedAt }) => failedAt))
  if (
    refused.length > 0 &&
    refused.length >= Math.min(enough, asked.length) &&
    asked.every(({ answeredAt }) => answeredAt < since)
  )
    return asked.some(({ hasData }) => hasData) ? 'down' : 'blank'
  return asked.some(({ waitingSince }) => waitingSince !== null && now - waitingSince >= usualWait) ? 'slow' : 'well'
}

/** Milliseconds until a platform that is down is asked again by itself, after so many times in vain. */
export const checkAfter = (times: number): number => Math.min(120_000, 10_000 * 2 ** times)

/** Minutes by which two clocks differ, when that is so much that a person should know; null: it is not. Takes milliseconds. */
export function skewToTell(skew: number): number | null {
  const minutes = Math.round(Math.abs(skew) / 60_000)
  return Math.abs(skew) > 120_000 ? minutes : null
}
