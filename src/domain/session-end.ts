/**
 * How long before its end a session is said to end. Two minutes are to be left (WCAG 2.2.1), and a browser may let a page
 * that nobody looks at notice only once a minute.
 */
const before = 3 * 60_000

/**
 * Whether the end of a session is to be said now; both in milliseconds of one clock. Of a session whose end nobody knows
 * nothing is said, nor of one that is over: what is asked next tells that.
 */
export const isEnding = (ends: number | null, now: number): ends is number =>
  ends !== null && now >= ends - before && now < ends
