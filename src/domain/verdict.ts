import type { Reason } from './reason'

/** The answer of a rule: allowed, or refused for one reason. Words for the reason live in `~/texts/reasons`. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: Reason }

export const yes: Verdict = { ok: true }

export const no = (reason: Reason): Verdict => ({ ok: false, reason })

/** The first refusal of a list of rules, in their order; allowed when none refuses. */
export function firstRefusal(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? yes
}
