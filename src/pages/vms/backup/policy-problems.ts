import type { ApiError, Complaint } from '~/api/error'
import { type GuestFacts, checkAssignment, fieldsOf, type ValueProblem } from '~/domain/check-assignment'
import type { BackupPolicy } from '~/domain/policy'
import { assignmentsOf } from '~/pages/parts/policy/policy-assignment'
import type { DraftField, Place } from '~/pages/parts/policy/policy-context'
import { type Base, type ConfigurationDraft, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { atWords, timeWords } from '~/pages/parts/policy/time-words'
import { codeFields } from '~/texts/error-codes'
import { explainError } from '~/texts/errors'
import { configurationTitle, valueProblemWords } from '~/texts/schedule-words'

/** One thing in the form that keeps it from being saved, where it stands, and what to say about it. */
export interface DraftProblem {
  readonly place: Place
  readonly field: DraftField
  readonly policyName: string
  readonly configuration: string
  readonly words: string
  /** Nothing was entered yet, or not enough to judge: not worth a word before someone wants to save. */
  readonly early: boolean
}

type Words = Pick<DraftProblem, 'field' | 'words' | 'early'>

/** What to say of a broken rule, and at which field of the form. */
function wordsOf(problem: ValueProblem, draft: ConfigurationDraft): Words {
  const words = valueProblemWords(problem)
  switch (problem.field) {
    case 'at':
      return atWords(draft.at, words)
    case 'time':
      return timeWords(draft, words)
    case 'hours':
      return { field: 'hours', words, early: draft.hours.trim() === '' }
    case 'dates':
      return { field: 'dates', words, early: draft.dates.trim() === '' }
    case 'days':
    case 'disks':
    case 'paths':
      return { field: problem.field, words, early: true }
  }
}

/** Everything that keeps a form from being saved, in the order of the page. */
export function problemsOf(draft: ProtectionDraft, base: Base, facts: GuestFacts): readonly DraftProblem[] {
  const assignments = assignmentsOf(draft, base)
  return base.policies.flatMap((policy, policyIndex) => {
    const assignment = assignments.find(({ policyId }) => policyId === policy.id)
    if (!assignment) return []
    return checkAssignment(policy, assignment, facts).flatMap((problem) => {
      const index = policy.configurations.findIndex(({ key }) => key === problem.configuration)
      const configuration = policy.configurations[index]
      const entered = draft.policies[policyIndex]?.configurations[index]
      const words = configuration && entered && wordsOf(problem, entered)
      if (!words) return []
      return [
        {
          place: { policy: policyIndex, configuration: index },
          policyName: policy.name,
          configuration: configurationTitle(configuration),
          ...words,
        },
      ]
    })
  })
}

/**
 * Where in the form a refusal of the platform belongs: the one field of the chosen policies that its code can mean, or
 * the one of the policy that its text names. `null` when that cannot be known; then it stands above the form.
 */
export function placeOfComplaint(
  complaint: Complaint,
  policies: readonly BackupPolicy[],
  chosen: readonly string[],
): { readonly place: Place; readonly field: DraftField } | null {
  const about = codeFields.get(complaint.code) ?? []
  const fields = policies.flatMap((policy, policyIndex) =>
    chosen.includes(policy.id)
      ? policy.configurations.flatMap((configuration, index) => {
          const field = fieldsOf(configuration).find((one) => about.includes(one))
          return field ? [{ policy, place: { policy: policyIndex, configuration: index }, field }] : []
        })
      : [],
  )
  const named = fields.filter(({ policy }) => complaint.message.includes(policy.name))
  const [only, ...others] = fields.length === 1 ? fields : named
  return only && others.length === 0 ? { place: only.place, field: only.field } : null
}

/** A refusal of the platform at the field that it is about. */
export interface PlacedComplaint {
  readonly place: Place
  readonly field: DraftField
  readonly words: string
}

/** The complaints of a refused save that can be told a field of the form. */
export const complaintsAt = (
  error: ApiError | null,
  policies: readonly BackupPolicy[],
  chosen: readonly string[],
): readonly PlacedComplaint[] =>
  (error?.complaints ?? []).flatMap((complaint) => {
    const at = placeOfComplaint(complaint, policies, chosen)
    if (!error || !at) return []
    const { title } = explainError({
      kind: error.kind,
      code: complaint.code,
      complaints: [complaint],
      status: error.status,
    })
    return [{ ...at, words: title }]
  })
