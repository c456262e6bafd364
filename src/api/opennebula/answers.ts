import { ApiError, type ErrorKind } from '../error'
import type { Decoded, MethodAnswer } from './xml-rpc'

/** Codes of OpenNebula's answers: `include/Request.h`. They are coarse; the text says what was wrong. */
const kinds: Readonly<Record<number, ErrorKind>> = {
  256: 'signed-out',
  512: 'forbidden',
  1024: 'not-found',
  2048: 'conflict',
  4096: 'invalid',
  8192: 'server',
  16384: 'conflict',
  32768: 'conflict',
  65536: 'server',
}

/** Where the text tells more than the code. The first that fits counts. */
const words: readonly (readonly [pattern: RegExp, kind: ErrorKind])[] = [
  // A follower without its leader: it passes.
  [/no leader found|in election mode|replicating log|zone disabled/iu, 'server'],
  [/is locked/iu, 'conflict'],
  [
    /parse error|malformed|incorrect|restricted attribute|not supported|wrong (?:priority|format)|range|invalid|needs to be of type|can be only|has to be of type|can only restore/iu,
    'invalid',
  ],
  [
    /max number of tokens|tokens are disabled|reached for .+ quota|consolidating|wrong state|wrong increment|in state|for state|part of backup job|already in|already (?:taken|exists)|no backup in progress|cannot use backup increment|must be in/iu,
    'conflict',
  ],
]

/** Refusals that have words of their own, by a code that is ours: the platform's says too little. */
const named: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/max number of tokens/iu, 'MAX-TOKENS'],
  [/login tokens are disabled/iu, 'NO-TOKENS'],
  [/limit of .+ reached for .+ quota/iu, 'QUOTA'],
]

/** XML-RPC's own complaints. */
const faults: Readonly<Record<number, ErrorKind>> = { [-506]: 'unsupported', [-501]: 'contract', [-503]: 'contract' }

function kindOf(code: number, message: string): ErrorKind {
  const told = words.find(([pattern]) => pattern.test(message))
  const coarse = kinds[code] ?? 'contract'
  if (coarse === 'signed-out' || coarse === 'not-found') return coarse
  return told?.[1] ?? coarse
}

const error = (kind: ErrorKind, code: number, message: string): ApiError =>
  new ApiError(kind, `OpenNebula answered ${code}`, {
    complaints: [
      { code: named.find(([pattern]) => pattern.test(message))?.[1] ?? `${code}`, message: message.slice(0, 1_000) },
    ],
  })

/** The value of an answer that went well: `[true, value, 0]`. Anything else is thrown as `ApiError`. */
export function valueIn(answer: MethodAnswer): Decoded {
  if (answer.kind === 'fault') throw error(faults[answer.code] ?? 'server', answer.code, answer.message)
  const [good, value, code] = Array.isArray(answer.value) ? answer.value : []
  if (good === true && value !== undefined) return value
  if (good !== false || typeof value !== 'string')
    throw new ApiError('contract', 'OpenNebula answered in an unknown shape')
  const number = typeof code === 'number' ? code : 0
  throw error(kindOf(number, value), number, value)
}
