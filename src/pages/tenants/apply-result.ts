import type { ApiError } from '~/api/error'
import { type AllowanceLine, restOf } from '~/domain/allowance-plan'
import type { Allowance } from '~/domain/tenant'
import type { RunState } from '~/pages/parts/run-lines'

/** The changes on their way. */
export type AllowanceRun = RunState<AllowanceLine, ApiError>

/** What the platform has now, as it was last read. */
export interface Standing {
  readonly allowances: readonly Allowance[]
  /** False when the newest attempt to read it failed. */
  readonly fresh: boolean
}

/** What became of a line. `unknown`: it was sent and no answer came; whether it is there was looked up afterwards. */
export type LineResult =
  | { readonly kind: 'waiting' | 'sending' | 'done' | 'not-sent' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'unknown'; readonly found: 'looking' | 'there' | 'missing' | 'not-looked' }

/**
 * What became of one change. One that was left without an answer is held against what the platform has, once the run
 * is over and that could be read.
 */
export function resultOf(run: AllowanceRun, line: AllowanceLine, standing: Standing): LineResult {
  const state = run.states.get(line.id) ?? { at: 'waiting' }
  if (state.at !== 'failed') return { kind: state.at }
  if (state.failure.kind !== 'unknown-outcome') return { kind: 'failed', error: state.failure }
  if (run.phase !== 'over') return { kind: 'unknown', found: 'looking' }
  if (!standing.fresh) return { kind: 'unknown', found: 'not-looked' }
  return { kind: 'unknown', found: restOf(line, standing.allowances) === null ? 'there' : 'missing' }
}

/** Done as far as anyone can tell. */
export const isDone = (result: LineResult): boolean =>
  result.kind === 'done' || (result.kind === 'unknown' && result.found === 'there')

/** What of a finished run could be sent again, less what is there by now. What nobody could look up is not among it. */
export function againOf(run: AllowanceRun, standing: Standing): readonly AllowanceLine[] {
  if (run.phase !== 'over') return []
  return run.lines.flatMap((line) => {
    const result = resultOf(run, line, standing)
    const open = result.kind === 'unknown' ? result.found === 'missing' : result.kind !== 'done'
    const rest = open ? restOf(line, standing.allowances) : null
    return rest ? [rest] : []
  })
}
