import { type ProtectionReason, protectionRuleVersion, protectionStates } from '~/domain/protection'
import { usualThresholds } from '~/domain/thresholds'
import { looks as days } from '~/pages/calendar/words'
import { looks as marks } from '~/pages/vms/backup/timeline-looks'
import { m } from '~/texts/messages'
import { protectionReasonWords, protectionRuleFor, type RuleNumbers, ruleNumbers } from '~/texts/protection-words'
import { protectionWords } from '~/texts/states'

import { failureTables } from './failure-tables'
import { label, table } from './markdown'
import { privilegeTables } from './privilege-tables'

/** Which state each reason makes. */
const reasons: { readonly [Key in ProtectionReason]: readonly [Key, 'at-risk' | 'unknown'] } = {
  'not-deployed': ['not-deployed', 'at-risk'],
  'outcome-unclear': ['outcome-unclear', 'at-risk'],
  'values-missing': ['values-missing', 'at-risk'],
  'schedule-unreadable': ['schedule-unreadable', 'at-risk'],
  'no-further-run': ['no-further-run', 'at-risk'],
  'by-hand-old': ['by-hand-old', 'at-risk'],
  'policies-untold': ['policies-untold', 'unknown'],
  'policies-unseen': ['policies-unseen', 'unknown'],
  'outcomes-unknown': ['outcomes-unknown', 'unknown'],
  'maybe-running': ['maybe-running', 'unknown'],
  'not-heard': ['not-heard', 'unknown'],
}

/** The manual says what holds where a site sets nothing. */
const usual = ruleNumbers(usualThresholds)

type Look = { readonly words: () => string; readonly about: (numbers: RuleNumbers) => string }

const looked = (looks: Readonly<Record<string, Look>>) =>
  table(
    ['State', 'What it means'],
    Object.values(looks).map(({ words, about }) => [label(words()), about(usual)]),
  )

/** The tables of the manual, each by its name, in Markdown: made from the tables that the console itself speaks by. */
export const manualTables = (): ReadonlyMap<string, string> =>
  new Map([
    [
      'protection-rule',
      table(
        ['State', 'When'],
        protectionStates.map((state) => [label(protectionWords(state)), protectionRuleFor(state, {}, usual)]),
      ),
    ],
    [
      'protection-reasons',
      table(
        ['State', 'Why'],
        Object.values(reasons).map(([reason, state]) => [
          label(protectionWords(state)),
          protectionReasonWords(reason, usual),
        ]),
      ),
    ],
    ['protection-by-hand', m.cloudcix_rule_by_hand(usual)],
    ['protection-version', m.evidence_rule_version({ version: protectionRuleVersion })],
    ['timeline-states', looked(marks)],
    ['calendar-states', looked(days)],
    ...failureTables(),
    ...privilegeTables(),
  ])
