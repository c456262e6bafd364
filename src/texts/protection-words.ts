import { byHandDays, type ProtectionReason, type ProtectionState } from '~/domain/protection'
import { grace } from '~/domain/run-deadline'

import { formatDuration } from './format'
import { m } from './messages'

/** The published rule, state by state: the page of the rule and each badge say it in the same words. */
export const protectionRules: Readonly<Record<ProtectionState, () => string>> = {
  restoring: m.vms_rule_restoring,
  running: m.vms_rule_running,
  'not-protected': m.vms_rule_not_protected,
  failed: m.vms_rule_failed,
  overdue: () => m.vms_rule_overdue({ grace: formatDuration(grace) }),
  'at-risk': m.vms_rule_at_risk,
  unknown: m.vms_rule_unknown,
  protected: m.vms_rule_protected,
  scheduled: m.vms_rule_scheduled,
}

const byHandRules: Readonly<Partial<Record<ProtectionState, () => string>>> = {
  'not-protected': m.cloudcix_rule_not_protected,
  failed: m.cloudcix_rule_failed,
  protected: () => m.cloudcix_rule_protected({ days: byHandDays }),
}

/** The rule by which one VM is in a state: where every backup is made by hand there are no policies to speak of. */
export const protectionRuleFor = (state: ProtectionState, { byHand = false }: { readonly byHand?: boolean }): string =>
  ((byHand ? byHandRules[state] : undefined) ?? protectionRules[state])()

const reasons: Readonly<Record<ProtectionReason, () => string>> = {
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
  'by-hand-old': () => m.cloudcix_reason_old({ days: byHandDays }),
}

/** Why a VM is at risk, or why its protection is not known. */
export const protectionReasonWords = (reason: ProtectionReason): string => reasons[reason]()
