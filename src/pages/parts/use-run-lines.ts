import { useRef, useState, useSyncExternalStore } from 'react'

import { type Run, runLines, type RunOptions, type RunState } from './run-lines'

const silent = () => () => undefined
const nothing = () => null

/** A run of lines as a page watches it; leaving the page ends it, see `runLines`. */
export interface LineRun<Line, Failure> {
  /** Null before the first start, and once it was put away. */
  readonly state: RunState<Line, Failure> | null
  /** Something is on its way. */
  readonly busy: boolean
  /** Does nothing while a run is on its way: one decision is sent once. */
  readonly start: (lines: readonly Line[]) => void
  readonly stop: () => void
  /** Forgets a run that is over. */
  readonly clear: () => void
}

/** One run at a time. */
export function useRunLines<Line extends { readonly id: string }, Failure>(
  options: RunOptions<Line, Failure>,
): LineRun<Line, Failure> {
  const [run, setRun] = useState<Run<Line, Failure> | null>(null)
  // A second press may come before the first is drawn.
  const latest = useRef<Run<Line, Failure> | null>(null)
  const state = useSyncExternalStore(run?.subscribe ?? silent, run?.get ?? nothing)
  const isBusy = (): boolean => latest.current !== null && latest.current.get().phase !== 'over'
  const put = (next: Run<Line, Failure> | null): void => {
    latest.current = next
    setRun(next)
  }
  return {
    state,
    busy: state !== null && state.phase !== 'over',
    start: (lines) => {
      if (!isBusy()) put(runLines(lines, options))
    },
    stop: () => run?.stop(),
    clear: () => {
      if (!isBusy()) put(null)
    },
  }
}
