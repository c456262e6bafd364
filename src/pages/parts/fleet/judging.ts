import { failureCause, failureLikeness } from '~/domain/failure-cause'
import type { Protection } from '~/domain/protection'

import type { LastOutcome } from './fleet-rows'

export { isLate, protectionJudge } from '~/domain/protection-rule'

/** A failure of which the platform said nothing. */
const causeUntold = 'untold'

const causes = new Map<string, string>()

/** Equal failures have one value: the cause that is known, else the text without names and numbers. Texts repeat, so each is read once. */
export function causeOf(protection: Protection | null, outcome: LastOutcome | null): string {
  if (protection?.state !== 'failed') return ''
  const text = outcome?.text?.trim()
  if (!text) return causeUntold
  const value = causes.get(text) ?? failureCause(text)?.key ?? failureLikeness(text)
  causes.set(text, value)
  return value
}
