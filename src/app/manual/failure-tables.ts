import { knownCauses } from '~/domain/failure-cause'
import { codeWords } from '~/texts/error-codes'
import { explainError, type FailureKind } from '~/texts/errors'
import { failureWords } from '~/texts/failure-words'

import { table } from './markdown'

/** Each kind of failure of a round trip, in the order in which people meet them. */
const kinds: { readonly [Kind in FailureKind]: Kind } = {
  offline: 'offline',
  'signed-out': 'signed-out',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  conflict: 'conflict',
  stale: 'stale',
  invalid: 'invalid',
  busy: 'busy',
  server: 'server',
  'unknown-outcome': 'unknown-outcome',
  unsupported: 'unsupported',
  contract: 'contract',
  link: 'link',
}

const kindRow = (kind: FailureKind): readonly string[] => {
  const { title, next } = explainError({ kind, code: null, complaints: [], status: null })
  return [title, next ?? '']
}

/** What fails, why, and what helps. */
export const failureTables = (): readonly (readonly [string, string])[] => [
  [
    'failure-causes',
    table(
      ['Cause', 'Next step', 'Who can', 'Try again?'],
      knownCauses().map((cause) => {
        const { title, next, who, retry } = failureWords(cause, true)
        return [title, next, who ?? '', retry ?? '']
      }),
    ),
  ],
  ['error-kinds', table(['What happened', 'What helps'], Object.values(kinds).map(kindRow))],
  [
    'error-codes',
    table(
      ['Code', 'What happened', 'What helps'],
      // What the console finds out itself is no code of a platform.
      [...codeWords]
        .filter(([code]) => code !== 'CORS')
        .map(([code, { title, next }]) => [`\`${code}\``, title(), next?.() ?? '']),
    ),
  ],
]
