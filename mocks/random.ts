/** Numbers that look like chance and never change: the same parts give the same number in every run and every tab. */
export function hash(...parts: readonly (string | number)[]): number {
  let h = 0x811c9dc5
  for (const part of parts) {
    if (typeof part === 'number') {
      h = Math.imul(h ^ (part | 0), 0x85ebca6b)
      h = Math.imul(h ^ Math.trunc(part / 2 ** 32), 0xc2b2ae35)
    } else {
      for (let at = 0; at < part.length; at++) h = Math.imul(h ^ part.charCodeAt(at), 0x01000193)
    }
    h ^= h >>> 15
  }
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** From 0 up to, not including, 1. */
export const fraction = (...parts: readonly (string | number)[]): number => hash(...parts) / 2 ** 32

/** A whole number from `low` to `high`, both included. */
export const between = (low: number, high: number, ...parts: readonly (string | number)[]): number =>
  low + (hash(...parts) % (high - low + 1))

/** One of a list that has at least one entry. */
export function pick<T>(list: readonly [T, ...T[]], ...parts: readonly (string | number)[]): T {
  return list[hash(...parts) % list.length] ?? list[0]
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0').slice(0, length)

/** A UUID of version 4 by its looks. */
export function uuid(...parts: readonly (string | number)[]): string {
  const [a, b, c, d] = [hash('a', ...parts), hash('b', ...parts), hash('c', ...parts), hash('d', ...parts)]
  return `${hex(a, 8)}-${hex(b >>> 16, 4)}-4${hex(b & 0xfff, 3)}-${hex(0x8000 | (c >>> 18), 4)}-${hex(c & 0xffff, 4)}${hex(d, 8)}`
}
