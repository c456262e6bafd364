import type { Ability, BackupSystem } from '~/domain/capability'
import type { BackupType, Periodicity } from '~/domain/policy'
import { abilityWords } from '~/texts/capability-words'
import { StateMark } from '~/ui/state-mark'

/** Yes, no, or not told: by shape, word and colour. */
export const AbilityMark = ({ ability }: { readonly ability: Ability }) => (
  <StateMark
    tone={ability === null ? 'unknown' : ability ? 'good' : 'neutral'}
    shape={ability === null ? 'question' : ability ? 'check' : 'dash'}
    label={abilityWords(ability)}
  />
)

/** Whether a system makes a kind of backup; null when the platform does not say. */
export const makes = (system: BackupSystem, type: BackupType, periodicity: Periodicity): Ability =>
  system.periodicities === null ? null : (system.periodicities.get(type)?.includes(periodicity) ?? false)
