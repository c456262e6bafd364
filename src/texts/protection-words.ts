import { day, minute } from '~/domain/calendar'
import type { Protection, ProtectionReason, ProtectionState } from '~/domain/protection'
import { graceOf, type Thresholds } from '~/domain/thresholds'

import { formatDuration } from './format'
import { m } from './messages'

/** The numbers of the rule in words. */
export interface RuleNumbers {
  /** How long after its time a run counts as missed: `2 hr`, or with policies of their own `2 hr (Gold: 30 min)`. */
  readonly grace: string
  /** How old a backup by hand may be. */
  readonly age: string
}

/** By which numbers a site judges all its VMs. */
export function ruleNumbers({ lateAfterMinutes, policies, byHandDays }: Thresholds): RuleNumbers {
  const usual = formatDuration(lateAfterMinutes * minute)
  const own = [...policies].map(([name, minutes]) => `${name}: ${formatDuration(minutes * minute)}`)
  return {
    grace: own.length === 0 ? usual : `${usual} (${own.join('; ')})`,
    age: formatDuration(byHandDays * day),
  }
}

/** The same for one VM, where the policy that decided has a number of its own. */
export const numbersOf = ({ expected }: Protection, thresholds: Thresholds): RuleNumbers => ({
  ...ruleNumbers(thresholds),
  ...(expected && { grace: formatDuration(graceOf(thresholds, expected.policyName)) }),
})

const rules: Readonly<Record<ProtectionState, (numbers: RuleNumbers) => string>> = {
  restoring: m.vms_rule_restoring,
  running: m.vms_rule_running,
  'not-protected': m.vms_rule_not_protected,
  failed: m.vms_rule_failed,
  overdue: m.vms_rule_overdue,
  'at-risk': m.vms_rule_at_risk,
  unknown: m.vms_rule_unknown,
  protected: m.vms_rule_protected,
  scheduled: m.vms_rule_scheduled,
}

const byHandRules: Readonly<Partial<Record<ProtectionState, (numbers: RuleNumbers) => string>>> = {
  'not-protected': m.cloudcix_rule_not_protected,
  failed: m.cloudcix_rule_failed,
  protected: m.cloudcix_rule_protected,
}

/**
 * The published rule, state by state: the page of the rule and each badge say it in the same words. Where every backup of
 * a VM is made by hand there are no policies to speak of.
 */
export const protectionRuleFor = (
  state: ProtectionState,
  { byHand = false }: { readonly byHand?: boolean },
  numbers: RuleNumbers,
): string => ((byHand ? byHandRules[state] : undefined) ?? rules[state])(numbers)

const reasons: Readonly<Record<ProtectionReason, (numbers: RuleNumbers) => string>> = {
  'not-deployed': m.vms_reason_not_deployed,
  'outcome-unclear': m.vms_reason_outcome_unclear,
  'values-missing': m.vms_reason_values_missing,
  'schedule-unreadable': m.vms_reason_schedule_unreadable,
  'no-further-run': m.vms_reason_no_further_run,
  'policies-untold': m.vms_reason_policies_untold,
  'policies-unseen': m.vms_reason_policies_unseen,
  'outcomes-unknown': m.vms_reason_outcomes_unknown,
  'maybe-running': m.vms_reason_maybe_running,
  'not-heard': m.vms_reason_not_heard,
  'by-hand-old': m.cloudcix_reason_old,
}

/** Why a VM is at risk, or why its protection is not known. */
export const protectionReasonWords = (reason: ProtectionReason, numbers: RuleNumbers): string =>
  reasons[reason](numbers)
