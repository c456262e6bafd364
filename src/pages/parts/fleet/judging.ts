import { failedBy } from '~/domain/failed-by'
import type { Protection } from '~/domain/protection'

import type { LastOutcome } from './fleet-rows'

export { isSettled } from '~/domain/fleet-columns'
export { isLate, protectionJudge } from '~/domain/protection-rule'
export { judgeInParts } from './judged-parts'

/** By what its newest backup failed; empty when it did not. */
export const causeOf = (protection: Protection | null, outcome: LastOutcome | null): string =>
  protection?.state === 'failed' ? failedBy(outcome?.text) : ''
