import { isHourly, usualMostHours } from './check-assignment'
import type { BackupConfiguration, PolicyDraft } from './policy'

/** What keeps a policy from being saved. The platform checks the same. */
export type PolicyProblem =
  | { readonly code: 'name-required' }
  | { readonly code: 'code-required' }
  /** BC-24: another policy of the datacenter has the code. */
  | { readonly code: 'code-taken'; readonly by: string }
  | { readonly code: 'no-configuration' }
  /** BC-30 */
  | { readonly code: 'twice'; readonly key: string }
  /** BC-19: fixed days, and none chosen. */
  | { readonly code: 'no-days'; readonly key: string }
  /** BC-16: `most` may lie between two runs. */
  | { readonly code: 'hours'; readonly key: string; readonly most: number }

/** Codes are compared as people read them: two that differ in case only would be mistaken for each other. */
const sameCode = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function configurationProblems(
  { key, timing }: BackupConfiguration,
  there: readonly BackupConfiguration[],
): readonly PolicyProblem[] {
  if (timing.every === 'weekly-planned' && timing.days.by === 'policy' && timing.days.value.length === 0)
    return [{ code: 'no-days', key }]
  if (timing.every === 'hourly' && timing.hours.by === 'policy') {
    const { value } = timing.hours
    const { most = usualMostHours } = timing
    const before = there.find((one) => one.key === key)?.timing
    const stays = before?.every === 'hourly' && before.hours.by === 'policy' && before.hours.value === value
    if (!stays && !isHourly(value, most)) return [{ code: 'hours', key, most }]
  }
  return []
}

/**
 * Everything that keeps a policy from being saved, beside values that cannot be read at all. Empty when all is well.
 * @param others The other policies of the datacenter.
 * @param there What the policy holds already: an interval that is there may stay.
 */
export function checkPolicy(
  draft: PolicyDraft,
  others: readonly { readonly name: string; readonly code: string }[],
  there: readonly BackupConfiguration[] = [],
): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = []
  if (draft.name.trim() === '') problems.push({ code: 'name-required' })
  if (draft.code.trim() === '') problems.push({ code: 'code-required' })
  const taken = others.find(({ code }) => draft.code.trim() !== '' && sameCode(code, draft.code))
  if (taken) problems.push({ code: 'code-taken', by: taken.name })
  if (draft.configurations.length === 0) problems.push({ code: 'no-configuration' })
  const seen = new Set<string>()
  for (const configuration of draft.configurations) {
    if (seen.has(configuration.key)) problems.push({ code: 'twice', key: configuration.key })
    seen.add(configuration.key)
    problems.push(...configurationProblems(configuration, there))
  }
  return problems
}
