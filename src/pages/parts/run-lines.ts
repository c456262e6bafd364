/** How far one line of a run got. `not-sent`: someone stopped the run, or it made no sense to go on. */
export type LineState<Failure> =
  | { readonly at: 'waiting' | 'sending' | 'done' | 'not-sent' }
  | { readonly at: 'failed'; readonly failure: Failure }

/** A run at one moment. */
export interface RunState<Line, Failure> {
  readonly lines: readonly Line[]
  /** By the id of the line. One map for the whole run, as it is now: that it changed is told by another state of the run. */
  readonly states: ReadonlyMap<string, LineState<Failure>>
  /**
   * `paused`: nothing more is sent until it goes on, some answers may still be awaited. `stopping`: nothing more is sent,
   * some answers are still awaited. `settling`: all is answered, the end is prepared.
   */
  readonly phase: 'sending' | 'paused' | 'stopping' | 'settling' | 'over'
  /** The platform asked to be left alone: nothing more is sent before. This device's clock, epoch milliseconds; null: it did not. */
  readonly restsUntil: number | null
}

/** Lines on their way, in the shape that `useSyncExternalStore` takes. */
export interface Run<Line, Failure> {
  readonly get: () => RunState<Line, Failure>
  readonly subscribe: (listener: () => void) => () => void
  /** Sends nothing more. What was sent is awaited: nobody can take it back. */
  readonly stop: () => void
  /** Sends nothing more until it is resumed. */
  readonly pause: () => void
  readonly resume: () => void
  /** When it is over. */
  readonly over: Promise<void>
}

/** How lines are sent, and what becomes of those that fail. */
export interface RunOptions<Line, Failure> {
  /** Sends one line, once. Gives null when it was done, else why not; it does not throw. */
  readonly send: (line: Line) => Promise<Failure | null>
  /** How many may be on their way together. */
  readonly atOnce?: number
  /** After this failure the others would fail alike, so they are not sent. */
  readonly ends?: (failure: Failure) => boolean
  /** For how long nothing more is sent after this failure, in milliseconds; 0: no reason to wait. */
  readonly rest?: (failure: Failure) => number
  /** What is awaited between the last answer and the end, whatever the answers were. */
  readonly settle?: () => Promise<unknown>
}

/**
 * Sends lines in their order, a few at a time, each exactly once; repeating is a new run, and so a new decision. A run
 * that nobody watches any more sends nothing more: who left the page does not learn what became of it.
 */
export function runLines<Line extends { readonly id: string }, Failure>(
  lines: readonly Line[],
  { send, atOnce = 2, ends = () => false, rest = () => 0, settle = () => Promise.resolve() }: RunOptions<Line, Failure>,
): Run<Line, Failure> {
  const states = new Map<string, LineState<Failure>>(lines.map(({ id }) => [id, { at: 'waiting' }]))
  let state: RunState<Line, Failure> = { lines, states, phase: 'sending', restsUntil: null }
  const listeners = new Set<() => void>()
  const become = (next: Partial<RunState<Line, Failure>>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const put = (id: string, line: LineState<Failure>): void => {
    states.set(id, line)
    become({})
  }

  const stop = (): void => {
    if (state.phase !== 'sending' && state.phase !== 'paused') return
    for (const [id, { at }] of states) if (at === 'waiting') states.set(id, { at: 'not-sent' })
    become({ phase: 'stopping' })
    goOn()
  }

  /** The senders that hold while it is paused, or while the platform is left alone. */
  let held: readonly (() => void)[] = []
  const goOn = (): void => {
    const going = held
    held = []
    for (const go of going) go()
  }
  const hold = (most?: number): Promise<void> =>
    new Promise((resolve) => {
      held = [...held, resolve]
      if (most !== undefined) setTimeout(resolve, most)
    })
  const readyToGoOn = async (): Promise<void> => {
    const { phase, restsUntil } = state
    if (phase === 'paused') return hold().then(readyToGoOn)
    if (phase !== 'sending' || restsUntil === null) return undefined
    const left = restsUntil - Date.now()
    if (left > 0) return hold(left).then(readyToGoOn)
    become({ restsUntil: null })
    return undefined
  }

  const queue = lines.values()
  /** One of the few senders: takes the next line until there is none, or none is to be sent any more. */
  const sendOn = async (): Promise<void> => {
    const line = queue.next().value
    if (!line || states.get(line.id)?.at !== 'waiting') return
    put(line.id, { at: 'sending' })
    const failure = await send(line)
    put(line.id, failure === null ? { at: 'done' } : { at: 'failed', failure })
    if (failure !== null && ends(failure)) stop()
    const wait = failure === null ? 0 : rest(failure)
    if (wait > 0) become({ restsUntil: Math.max(state.restsUntil ?? 0, Date.now() + wait) })
    await readyToGoOn()
    await sendOn()
  }

  const work = async (): Promise<void> => {
    await Promise.all(Array.from({ length: atOnce }, sendOn))
    become({ phase: 'settling' })
    await settle()
    become({ phase: 'over' })
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        // A watcher may only be changing places.
        queueMicrotask(() => {
          if (listeners.size === 0) stop()
        })
      }
    },
    stop,
    pause: () => {
      if (state.phase === 'sending') become({ phase: 'paused' })
    },
    resume: () => {
      if (state.phase !== 'paused') return
      become({ phase: 'sending' })
      goOn()
    },
    over: work(),
  }
}

/** How many lines are at each point. */
export function countLines<Line, Failure>({
  states,
}: RunState<Line, Failure>): Readonly<Record<LineState<Failure>['at'], number>> {
  const counts = { waiting: 0, sending: 0, done: 0, failed: 0, 'not-sent': 0 }
  for (const { at } of states.values()) counts[at] += 1
  return counts
}
