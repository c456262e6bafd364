import { vi } from 'vitest'

/** A macrotask of the real machine: by then all that was ready has been worked off. */
const breath = (): Promise<void> => new Promise((done) => setImmediate(done))

interface Timer {
  at: number
  readonly every: number | null
  readonly work: () => void
}

/** Time that passes as fast as it is worked off: hours in the blink of an eye, each timer at its very moment. */
export interface NightTime {
  /** Makes it the time of everything, until `vi.unstubAllGlobals` and `vi.useRealTimers`. */
  readonly begin: (at: number) => void
  readonly now: () => number
  /** Lets so many milliseconds pass. What is under way in this process is waited for before each step. */
  readonly pass: (milliseconds: number) => Promise<void>
  /** Nothing that is under way in this process goes on without time. */
  readonly idle: () => Promise<void>
  /** Says that something is worked at in this process, and when it ended. */
  readonly busy: () => () => void
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A clock that jumps from one thing that waits to the next, so that a night takes seconds. */
export function nightTime(): NightTime {
  let now = 0
  let count = 0
  let steps = 0
  let under = 0
  const timers = new Map<number, Timer>()

  const set = (work: () => void, milliseconds = 0, every: number | null = null): number => {
    count += 1
    timers.set(count, { at: now + Math.max(0, milliseconds), every, work })
    return count
  }
  const clear = (id: unknown): void => {
    if (typeof id === 'number') timers.delete(id)
  }
  const idle = async (): Promise<void> => {
    const before = steps
    await breath()
    await breath()
    if (under > 0 || steps !== before) await idle()
  }
  /** The one that comes first; of two at the same moment the elder. */
  const first = (until: number): number | null => {
    let found: number | null = null
    let soonest = until
    for (const [id, { at }] of timers)
      if (at < soonest || (at === soonest && found === null)) {
        found = id
        soonest = at
      }
    return found
  }
  /** Works off one moment after the other. Time stands still until what a moment set off has been worked off. */
  async function* moments(until: number): AsyncGenerator<number> {
    yield now
    for (let id = first(until); id !== null; id = first(until)) {
      const timer = timers.get(id)
      if (!timer) continue
      now = Math.max(now, timer.at)
      vi.setSystemTime(now)
      if (timer.every === null) timers.delete(id)
      else timer.at = now + timer.every
      timer.work()
      yield now
    }
  }
  const pass = async (milliseconds: number): Promise<void> => {
    const until = now + milliseconds
    for await (const moment of moments(until)) if (moment <= until) await idle()
    now = until
    vi.setSystemTime(now)
  }

  return {
    begin: (at) => {
      now = at
      timers.clear()
      vi.useFakeTimers({ toFake: ['Date'], now: at })
      vi.stubGlobal('setTimeout', (work: () => void, milliseconds?: number) => set(work, milliseconds))
      vi.stubGlobal('setInterval', (work: () => void, every: number) => set(work, every, every))
      vi.stubGlobal('clearTimeout', clear)
      vi.stubGlobal('clearInterval', clear)
      vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
        const late = new AbortController()
        set(() => late.abort(new DOMException('The time is over', 'TimeoutError')), milliseconds)
        return late.signal
      })
    },
    now: () => now,
    pass,
    idle,
    busy: () => {
      steps += 1
      under += 1
      return () => {
        steps += 1
        under -= 1
      }
    },
    wait: (milliseconds) => new Promise((done) => void set(done, milliseconds)),
  }
}
