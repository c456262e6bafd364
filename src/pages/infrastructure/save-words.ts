import { explainError, type ExplainedError, type Failure } from '~/texts/errors'
import { m } from '~/texts/messages'

/**
 * Why a save on the backup side was not accepted. When no answer came, what the platform has was read again, and a save
 * can be repeated without harm: there is one manager, and one set of switches.
 */
export function explainSave(failure: Failure): ExplainedError {
  const words = explainError(failure)
  return failure.kind === 'unknown-outcome' ? { ...words, next: m.infrastructure_save_unknown() } : words
}

/** The same for a deletion. */
export function explainDelete(failure: Failure): ExplainedError {
  const words = explainError(failure)
  return failure.kind === 'unknown-outcome' ? { ...words, next: m.infrastructure_delete_unknown() } : words
}
