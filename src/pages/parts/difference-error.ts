import { explainError, type ExplainedError, type Failure } from '~/texts/errors'
import { m } from '~/texts/messages'

/**
 * Why a change was not accepted of which only the difference is sent. When someone else was quicker there are no two
 * versions to compare: what the platform has is read again, and the difference stands over that.
 */
export function explainDifference(failure: Failure): ExplainedError {
  const words = explainError(failure)
  return failure.kind === 'stale' ? { ...words, next: m.reasons_stale_difference() } : words
}
