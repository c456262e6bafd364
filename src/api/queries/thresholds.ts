import { type Thresholds, usualThresholds } from '~/domain/thresholds'

let current = usualThresholds

/** Sets by which numbers this site judges protection: once, before anything is judged. */
export function setThresholds(set: Thresholds): void {
  current = set
}

/** By which numbers this site judges protection. */
export const thresholds = (): Thresholds => current
