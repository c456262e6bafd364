import type { Reason } from './reason'

/** The answer of a rule: allowed, or refused for one reason. Words for the reason live in `~/texts/reasons`. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: Reason }

/** The answer of a rule that refuses nothing. */
export const yes: Verdict = { ok: true }

/** A refusal for one reason; whoever shows it takes the words from `explain`. */
export const no = (reason: Reason): Verdict => ({ ok: false, reason })

/** The first refusal of a list of rules, in their order; allowed when none refuses. */
export function firstRefusal(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? yes
}
