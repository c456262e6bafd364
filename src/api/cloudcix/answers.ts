import { ApiError, type Complaint, type ErrorKind, type SignInGap } from '../error'
import { assumed } from './assumed'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const word = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 1_000) : '')

function complaint(value: unknown): readonly Complaint[] {
  if (Array.isArray(value)) return value.flatMap(complaint)
  if (!isObject(value)) return []
  const [code, message] = [word(value['error_code']), word(value['detail'])]
  return code === '' && message === '' ? [] : [{ code, message }]
}

/** What an answer complains of: fields with an error each, or one for all. Where there are fields the rest says nothing. */
export function refusals(json: unknown): readonly Complaint[] {
  if (!isObject(json)) return []
  const { errors } = json
  const fields = isObject(errors) ? Object.values(errors).flatMap(complaint) : []
  return fields.length > 0 ? fields : complaint(json)
}

const gaps: Readonly<Record<string, SignInGap>> = {
  membership_token_create_003: { key: 'api-key', wrong: true },
  membership_token_create_004: { key: 'first-code', wrong: false },
  membership_token_create_005: { key: 'first-code', wrong: true },
  membership_token_create_006: { key: 'first-code', wrong: true },
  membership_token_create_007: { key: 'one-time-code', wrong: false },
  membership_token_create_008: { key: 'one-time-code', wrong: true },
}

/** What the VM's state, or other backups, stand against: not a mistake of what was sent. */
const situations = /_backup_(?:create_103|update_10[567])$/u

/** Codes end in three digits whose first says what they are about: 0 the situation, 1 what was sent, 2 the right to it. */
function kindOf({ kind, status, code }: ApiError): ErrorKind {
  if (code === null || status !== 400) return kind
  if (code === 'membership_token_create_002' || gaps[code]) return 'signed-out'
  if (situations.test(code)) return 'conflict'
  const [, hundreds] = /_(\d)\d\d$/u.exec(code) ?? []
  if (hundreds === '2') return 'forbidden'
  return hundreds === '0' && !/_list_/u.test(code) ? 'conflict' : kind
}

/** The seconds stand in the text: a browser may not read the header that has them too. */
function waitOf({ status, retryAfter, complaints }: ApiError): number | null {
  if (status !== 429 || retryAfter !== null) return retryAfter
  const [, seconds] = assumed.throttled.exec(complaints[0]?.message ?? '') ?? []
  return seconds === undefined ? null : Number(seconds) * 1_000
}

/** A refusal as CloudCIX means it. */
export function understood(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  return error.but(
    { kind: kindOf(error), retryAfter: waitOf(error), more: gaps[error.code ?? ''] ?? null },
    error.cause,
  )
}
