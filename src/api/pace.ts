/** The pace at which the intervals of the queries are written: so many seconds between two looks at what is at rest. */
const usual = 30

/** Milliseconds; more often than this nothing is asked, however fast a deployment wants it. */
const shortest = 2_000

let factor = 1

/** Sets how often platforms are asked: seconds between two looks at what is on the screen and at rest. Called once. */
export function setPace(seconds: number): void {
  factor = seconds / usual
}

/** An interval at this deployment's pace; both in milliseconds. */
export const paced = (milliseconds: number): number => Math.max(shortest, Math.round(milliseconds * factor))
