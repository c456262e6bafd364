/** Numbers that look like chance, the same for the same seed. */
export interface Chance {
  /** From `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly of: <T>(list: readonly T[]) => T
}

/** The same seed brings the same night. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    of: (list) => {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new Error('There is nothing to choose from')
      return found
    },
  }
}
