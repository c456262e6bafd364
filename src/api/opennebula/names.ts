import { nameProblem } from '~/domain/backup-ways'

import { ApiError } from '../error'

/**
 * What the platform takes as a name: its pools keep 128 characters, and these signs are refused in any of them
 * (`one@6.10.0.1:src/pool/PoolObjectSQL.cc:27`).
 */
export const nameRule = { nameLength: null, refusedSigns: `&|:\\";/'#{}$<>\r\n` } as const

/** A name as it is sent, without blanks around it. Throws `invalid` for one that the platform would refuse. */
export function checkName(name: string): string {
  if (nameProblem(nameRule, name)) throw new ApiError('invalid', `A name without ${nameRule.refusedSigns.trim()}`)
  return name.trim()
}
