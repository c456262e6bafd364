import { thresholds } from '~/api/queries/thresholds'
import type { BackupPolicy } from '~/domain/policy'
import type { TrailKnowledge } from '~/domain/protection'
import { type ProtectionJudge, protectionJudge } from '~/domain/protection-rule'

export { sayOf } from '~/domain/said-protection'
export { judgeInParts } from './judged-parts'

/** The rule, by the numbers of this site. */
export const judgeBy = (policies: readonly BackupPolicy[], trail: TrailKnowledge | null): ProtectionJudge =>
  protectionJudge(policies, trail, thresholds())
