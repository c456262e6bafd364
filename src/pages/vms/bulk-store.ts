import {
  discardJob,
  isCleared,
  isPieceKey,
  keepChanges,
  keepJob,
  keptJob,
  keptJobKey,
  keptNear,
  keptStates,
  tellOpen,
} from '~/api/queries/bulk'
import { session } from '~/api/session'
import { type BulkEvent, type BulkJob, hasOpenLines, linesAt, reduceJob } from '~/domain/bulk-job'

import { alone, isHeld, whenFree } from './bulk-lock'
import { type BulkWork, nowText, workOn } from './bulk-work'

/** A job of one person in this browser. */
export interface BulkState {
  readonly job: BulkJob | null
  /** `elsewhere`: another tab of this browser sends it. `stopping`: what is on its way is awaited. */
  readonly run: 'none' | 'running' | 'paused' | 'stopping' | 'elsewhere'
  /** Until when the platform is left alone, since it asked for that; this device's clock, epoch milliseconds. */
  readonly restsUntil: number | null
  /** Whether it would survive a reload. */
  readonly kept: boolean
}

/** A store of its own, as each tab has one. */
export function newBulkStore(person: string) {
  const lock = keptJobKey(person)
  const listeners = new Set<() => void>()
  let state: BulkState = { job: keptJob(person), run: 'none', restsUntil: null, kept: true }
  let run: BulkWork | null = null

  const become = (next: Partial<BulkState>): void => {
    state = { ...state, ...next }
    tellOpen(person, state.job !== null && hasOpenLines(state.job))
    for (const listener of listeners) listener()
  }
  /** The job as another tab may have left it a moment ago, and told nobody yet. */
  const latest = (): BulkJob | null => (state.kept ? keptJob(person) : state.job)
  /** Keeps again what this tab knows, when someone cleared the data of the site. */
  const mend = (): void => {
    if (state.job && state.kept && isCleared(person)) become({ kept: keepJob(person, state.job) })
  }
  /** Takes in what another tab kept of some lines. */
  const takeIn = (states: BulkJob['states'] | null): void => {
    const { job } = state
    if (job && states) become({ job: { ...job, states: { ...job.states, ...states } } })
  }
  /** Writes a change down before anyone sees it; false when it does not apply. */
  const tell = (event: BulkEvent): boolean => {
    // What is kept decides: tabs that could not ask each other in time do not send a line twice.
    mend()
    if ('id' in event && state.job && state.kept) takeIn(keptNear(person, state.job, event.id))
    const before = state.job
    const job = before && reduceJob(before, event)
    if (!before || !job || job === before) return false
    // What is not kept any more stays so: pieces without a plan would be of no use.
    become({ job, kept: state.kept && keepChanges(person, before, job) })
    return true
  }
  /** Nobody sends any more: what was on its way when a page went is not known. */
  const settle = (): void => {
    become({ job: latest(), run: 'none' })
    tell({ type: 'interrupted', at: nowText() })
  }
  const watch = (): void => {
    become({ job: latest(), run: 'elsewhere' })
    void whenFree(lock, settle)
  }
  /** What this tab itself does with what is kept, one after the other. */
  let own: Promise<unknown> = Promise.resolve()
  /** Does it while no other tab does anything with it; where one does, that is shown instead. False when it was not done. */
  const hold = (work: () => Promise<void>, looks = false): Promise<boolean> => {
    const held = own
      .then(() => alone(lock, work, looks))
      .then(
        (was) => {
          if (!was) watch()
          return was
        },
        // What broke off keeps nothing else from being done.
        () => {
          become({ run: 'none', restsUntil: null })
          return false
        },
      )
    own = held
    return held
  }
  const work = async (job: BulkJob): Promise<void> => {
    const started = workOn(job, tell)
    run = started
    // The job goes on while its person looks at other pages.
    const unwatch = started.subscribe(() => {
      const { restsUntil } = started.get()
      if (restsUntil !== state.restsUntil) become({ restsUntil })
    })
    await started.over
    unwatch()
    run = null
    become({ run: 'none', restsUntil: null })
  }
  /**
   * Sends what waits of a job. Which one is decided by what is kept once no other tab can change that any more; null:
   * another tab was there first, and nothing is sent.
   */
  const go = (decide: (kept: BulkJob | null) => BulkJob | null, told?: (began: boolean) => void): void => {
    if (state.run !== 'none') return told?.(false)
    become({ run: 'running' })
    const begin = async (): Promise<void> => {
      mend()
      const kept = latest()
      const job = decide(kept)
      become({ job: job ?? kept, run: job ? 'running' : 'none' })
      told?.(job !== null)
      if (job) await work(job)
    }
    void hold(begin).then((was) => was || told?.(false))
  }
  /** The job that is on the screen, if it is still the one that is kept. */
  const shown = (kept: BulkJob | null): BulkJob | null => (kept?.id === state.job?.id ? kept : null)
  session.subscribe(() => {
    // Whoever leaves sends nothing more.
    if (session.get().state !== 'signed-in') run?.stop()
  })
  addEventListener('storage', ({ key, newValue }) => {
    const { job } = state
    if (key === null || (state.run !== 'none' && state.run !== 'elsewhere')) return
    const states = job && isPieceKey(person, key) ? keptStates(job.id, newValue) : null
    if (states) takeIn(states)
    else if (key === lock) become({ job: keptJob(person) })
    else return
    // What another tab is sending is neither interrupted nor this one's to go on with or to discard.
    void isHeld(lock).then((held) => held && state.run === 'none' && watch())
  })
  void hold(async () => settle(), true)

  return {
    get: (): BulkState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Begins a job, and tells whether it does: not while another tab sends one, or left one with lines that wait. */
    start: (begun: BulkJob, told: (began: boolean) => void): void =>
      go((kept) => {
        if (kept && linesAt(kept, 'waiting').length > 0) return null
        become({ kept: keepJob(person, begun) })
        return begun
      }, told),
    /** Sends on what waits. */
    goOn: (): void => {
      if (state.run !== 'paused') return go(shown)
      run?.resume()
      become({ run: 'running' })
    },
    pause: (): void => {
      if (state.run !== 'running') return
      run?.pause()
      become({ run: 'paused' })
    },
    stop: (): void => {
      if (state.run !== 'running' && state.run !== 'paused') return
      become({ run: 'stopping' })
      run?.stop()
    },
    again: (ids: readonly string[]): void =>
      go((kept) => {
        become({ job: shown(kept) })
        return tell({ type: 'again', ids }) ? state.job : null
      }),
    discard: (): void => {
      if (state.run !== 'none') return
      const { job } = state
      void hold(async () => {
        mend()
        const kept = latest()
        become(kept?.id === job?.id ? { job: null, kept: discardJob(person) } : { job: kept })
      })
    },
  }
}

/** What `newBulkStore` makes. */
export type BulkStore = ReturnType<typeof newBulkStore>

const stores = new Map<string, BulkStore>()

/** The job of this person; the same store for as long as the page lives. */
export function bulkStore(person: string): BulkStore {
  const store = stores.get(person) ?? newBulkStore(person)
  stores.set(person, store)
  return store
}
