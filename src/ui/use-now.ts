import { useSyncExternalStore } from 'react'

let readClock = (): number => Date.now()

/** Gives the kit the server's clock, in epoch milliseconds. Called once, before the first screen. */
export function setClock(read: () => number): void {
  readClock = read
}

interface Ticker {
  readonly subscribe: (listener: () => void) => () => void
  readonly get: () => Date
}

/** A moved server clock is noticed within a second, however seldom one looks at it. */
const lookMs = 1_000

/** One timer for all who look at the clock equally often. It rests while the page is hidden and catches up when shown. */
function ticker(everyMs: number): Ticker {
  const listeners = new Set<() => void>()
  let now = new Date(readClock())
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = () => {
    if (document.hidden) return
    now = new Date(readClock())
    for (const listener of listeners) listener()
  }
  const look = () => {
    if (Math.abs(readClock() - now.getTime()) >= everyMs - lookMs / 2) tick()
  }
  return {
    get: () => now,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        now = new Date(readClock())
        timer = setInterval(look, Math.min(everyMs, lookMs))
        document.addEventListener('visibilitychange', tick)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        document.removeEventListener('visibilitychange', tick)
      }
    },
  }
}

const tickers = new Map<number, Ticker>()

function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs)
  if (known) return known
  const made = ticker(everyMs)
  tickers.set(everyMs, made)
  return made
}

/** The server's time, renewed every so many milliseconds; what depends on it is drawn again then. */
export function useNow(everyMs = 15_000): Date {
  const { subscribe, get } = tickerOf(everyMs)
  return useSyncExternalStore(subscribe, get)
}
