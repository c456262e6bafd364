export { protectionJudge } from '~/domain/protection-rule'
export { sayOf } from '~/domain/said-protection'
export { judgeInParts } from './judged-parts'
