import { useSyncExternalStore } from 'react'

/** When the session ends, in milliseconds of this device's clock, while that is to be said; else null. */
let said: number | null = null
/** The end of which the reader wants to see no more. */
let hidden: number | null = null
const listeners = new Set<() => void>()

/** Says that the session ends then, or takes it back. */
export function sayEnding(ends: number | null): void {
  const next = ends === hidden ? null : ends
  if (next === said) return
  said = next
  for (const listener of listeners) listener()
}

/** The reader has seen it: of this end nothing more is said. */
export function hideEnding(): void {
  hidden = said
  sayEnding(null)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The end that is to be said now; else null. */
export const useEnding = (): number | null => useSyncExternalStore(subscribe, () => said)
