import type { CodeWords } from './error-codes'
import { formatDuration } from './format'
import { m } from './messages'

/** The words of the platform's codes; few ever need them, so they come with the first refusal. */
let codeWords: ReadonlyMap<string, CodeWords> = new Map()

/** Fetches the words of the platform's codes. Until then, and without them, a refusal is told by its kind. */
export async function learnCodes(): Promise<void> {
  codeWords = (await import('./error-codes')).codeWords
}

/** What went wrong with a round trip. The members are those of the console's one error. */
export type FailureKind =
  | 'offline'
  | 'unknown-outcome'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'invalid'
  | 'busy'
  | 'server'
  | 'contract'
  | 'unsupported'
  | 'link'

/** An error of a round trip, as the words need it. */
export interface Failure {
  readonly kind: FailureKind
  /** The platform's first code. */
  readonly code: string | null
  readonly complaints: readonly { readonly code: string; readonly message: string }[]
  readonly status: number | null
  /** An answer was awaited long, and in vain. */
  readonly late?: boolean
  /** How long the platform asks to wait, in milliseconds. */
  readonly retryAfter?: number | null
  /** How the platform's logs name the request. */
  readonly requestId?: string | null
}

/** An error in words: what happened, what the platform said of it, what helps, and the codes for support. */
export interface ExplainedError {
  readonly title: string
  readonly detail: string | null
  readonly next: string | null
  readonly code: string | null
}

const kinds: Readonly<Record<FailureKind, CodeWords>> = {
  offline: { title: m.reasons_kind_offline, next: m.reasons_kind_offline_next, named: true },
  'unknown-outcome': { title: m.reasons_kind_unknown_outcome, next: m.reasons_kind_unknown_outcome_next, named: true },
  'signed-out': { title: m.reasons_kind_signed_out, next: m.reasons_kind_signed_out_next, named: true },
  forbidden: { title: m.reasons_kind_forbidden, next: m.reasons_kind_forbidden_next, named: true },
  'not-found': { title: m.reasons_kind_not_found, next: m.reasons_kind_not_found_next, named: true },
  conflict: { title: m.reasons_kind_conflict, next: m.reasons_kind_conflict_next, named: true },
  stale: { title: m.reasons_kind_stale, next: m.reasons_kind_stale_next, named: true },
  invalid: { title: m.reasons_kind_invalid, next: m.reasons_kind_invalid_next, named: true },
  busy: { title: m.reasons_kind_busy, next: m.reasons_kind_busy_next, named: true },
  server: { title: m.reasons_kind_server, next: m.reasons_kind_server_next, named: true },
  unsupported: { title: m.reasons_kind_unsupported, next: m.reasons_kind_unsupported_next, named: true },
  contract: { title: m.reasons_kind_contract, next: m.reasons_kind_contract_next, named: true },
  link: { title: m.reasons_kind_link, next: m.reasons_kind_link_next, named: true },
}

/** What is too large is named: nobody finds it in "not accepted". */
const tooLarge: ReadonlyMap<number | null, CodeWords> = new Map([
  [413, { title: m.reasons_kind_too_large, next: m.reasons_kind_too_large_next, named: true }],
  [414, { title: m.reasons_kind_too_long, next: m.reasons_kind_too_long_next, named: true }],
])

const late: CodeWords = { title: m.reasons_kind_late, next: m.reasons_kind_late_next, named: true }

/** Words where the platform's code says nothing to us. */
const byKind = (failure: Failure): CodeWords =>
  tooLarge.get(failure.status) ??
  (failure.late === true && (failure.kind === 'offline' || failure.kind === 'server') ? late : kinds[failure.kind])

/** How to go on; the platform's own wish for a pause comes before ours. */
function nextStep({ retryAfter = null }: Failure, words: CodeWords): string | null {
  const seconds = Math.ceil((retryAfter ?? 0) / 1_000)
  return seconds > 0 ? m.reasons_kind_wait({ wait: formatDuration(seconds * 1_000) }) : (words.next?.() ?? null)
}

/**
 * What support can look for: the codes, else the status, else what of the answer was wrong, and how the platform's logs name
 * the request.
 */
function codeOf({ kind, complaints, code, status, requestId = null }: Failure): string | null {
  const codes = [...new Set(complaints.map((complaint) => complaint.code).filter((text) => text !== ''))]
  const shown = codes.length > 0 ? codes : [code ?? ''].filter((text) => text !== '')
  const ours = kind === 'contract' || kind === 'link' ? kind.toUpperCase() : null
  const words = shown.join(', ') || (status === null ? ours : `HTTP ${status}`)
  return requestId === null || words === null ? words : m.reasons_request({ code: words, id: requestId })
}

/** The platform's texts may be long; more than this helps nobody. */
const longest = 600

/** The platform's own texts, each once; empty ones say nothing. */
function ownTexts(texts: readonly string[]): string | null {
  const said = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].join('\n')
  if (said === '') return null
  return said.length > longest ? `${said.slice(0, longest)}…` : said
}

/** Our words win over the platform's only where we know more than it says: these kinds never reached its rules. */
const withoutRules: ReadonlySet<FailureKind> = new Set<FailureKind>(['unknown-outcome', 'link', 'stale'])

/**
 * Says an error in our own words by the platform's first code, else by its kind. A code that we do not know keeps the
 * platform's own text; so do further complaints. Codes stay visible, for support.
 */
export function explainError(failure: Failure): ExplainedError {
  const { kind, code, complaints } = failure
  const known = code === null || withoutRules.has(kind) ? undefined : codeWords.get(code.toUpperCase())
  const words = known ?? byKind(failure)
  const kept = complaints.filter((_, place) => place > 0 || words.named)
  return {
    title: words.title(),
    detail: ownTexts(kept.map((complaint) => complaint.message)),
    next: nextStep(failure, words),
    code: codeOf(failure),
  }
}
