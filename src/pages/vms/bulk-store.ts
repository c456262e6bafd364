import { queryClient, serverNow } from '~/api/queries'
import {
  forgetJob,
  isPieceKey,
  keepChanges,
  keepJob,
  keptJob,
  keptJobKey,
  keptStates,
  tellOpen,
} from '~/api/queries/bulk'
import { session } from '~/api/session'
import { type BulkEvent, type BulkJob, type BulkLine, hasOpenLines, linesAt, reduceJob } from '~/domain/bulk-job'
import { type Run, runLines } from '~/pages/parts/run-lines'

import { alone, isHeld, whenFree } from './bulk-lock'
import { sendLine } from './bulk-send'

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

/** Why a line was not done, as far as it is about the others: it makes no sense to go on, or not for so many milliseconds. */
type Hindrance = 'stop' | number

/** The time as it is kept, by the server's clock. */
export const nowText = (): string => new Date(serverNow()).toISOString()

function makeStore(person: string) {
  const lock = keptJobKey(person)
  const listeners = new Set<() => void>()
  let state: BulkState = { job: keptJob(person), run: 'none', restsUntil: null, kept: true }
  let run: Run<BulkLine, Hindrance> | null = null

  const become = (next: Partial<BulkState>): void => {
    state = { ...state, ...next }
    tellOpen(person, state.job !== null && hasOpenLines(state.job))
    for (const listener of listeners) listener()
  }
  /** Writes a change down before anyone sees it; false when it does not apply. */
  const tell = (event: BulkEvent): boolean => {
    const before = state.job
    const job = before && reduceJob(before, event)
    if (!before || !job || job === before) return false
    // What is not kept any more stays so: pieces without a plan would be of no use.
    become({ job, kept: state.kept && keepChanges(person, before, job) })
    return true
  }
  /** Nobody sends any more: what was on its way when a page went is not known. */
  const settle = (): void => {
    become({ job: keptJob(person), run: 'none' })
    tell({ type: 'interrupted', at: nowText() })
  }
  const watch = (): void => {
    become({ job: keptJob(person), run: 'elsewhere' })
    whenFree(lock, settle)
  }
  const send = async (line: BulkLine): Promise<Hindrance | null> => {
    const { job } = state
    if (!job) return 'stop'
    const answer = await sendLine(job.order, line, () => tell({ type: 'send', id: line.id, at: nowText() }))
    if (answer) tell({ type: 'answer', id: line.id, at: nowText(), answer })
    if (answer?.kind === 'not-sent') return 'stop'
    return answer?.kind === 'failed' && answer.rest ? answer.rest : null
  }
  const work = async (): Promise<void> => {
    const waiting = new Set(state.job ? linesAt(state.job, 'waiting') : [])
    const lines = state.job?.lines.filter(({ id }) => waiting.has(id)) ?? []
    become({ run: 'running' })
    const started = runLines(lines, {
      send,
      ends: (hindrance) => hindrance === 'stop',
      rest: (hindrance) => (hindrance === 'stop' ? 0 : hindrance),
      settle: () => queryClient.invalidateQueries(),
    })
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
  /** Sends what waits; of a job that begins, once no other tab can send one that it would take the place of. */
  const go = (begun?: BulkJob): void => {
    if (state.run !== 'none') return
    become({ job: begun ?? state.job, run: 'running' })
    const begin = (): Promise<void> => {
      if (begun) become({ kept: keepJob(person, begun) })
      return work()
    }
    void alone(lock, begin).then((was) => !was && watch())
  }
  session.subscribe(() => {
    // Whoever leaves sends nothing more.
    if (session.get().state !== 'signed-in') run?.stop()
  })
  addEventListener('storage', ({ key, newValue }) => {
    if (key === null || run) return
    const { job } = state
    const states = job && isPieceKey(person, key) ? keptStates(job.id, newValue) : null
    if (job && states) become({ job: { ...job, states: { ...job.states, ...states } } })
    else if (key === lock) become({ job: keptJob(person) })
    else return
    // What another tab is sending is neither interrupted nor this one's to go on with or to discard.
    void isHeld(lock).then((held) => held && state.run === 'none' && watch())
  })
  void alone(lock, () => Promise.resolve(settle())).then((was) => !was && watch())

  return {
    get: (): BulkState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: go,
    /** Sends on what waits. */
    goOn: (): void => {
      if (state.run !== 'paused') return go()
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
    again: (ids: readonly string[]): void => {
      if (tell({ type: 'again', ids })) go()
    },
    discard: (): void => {
      if (state.run === 'none') become({ job: null, kept: forgetJob(person) })
    },
  }
}

export type BulkStore = ReturnType<typeof makeStore>

const stores = new Map<string, BulkStore>()

/** The job of this person; the same store for as long as the page lives. */
export function bulkStore(person: string): BulkStore {
  const store = stores.get(person) ?? makeStore(person)
  stores.set(person, store)
  return store
}
