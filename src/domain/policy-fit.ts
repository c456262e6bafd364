import type { BackupSystem } from './capability'
import { type Administration, mayChangeBackupSide, systemMakes, systemOffers } from './may-administer'
import type { BackupPolicy } from './policy'
import { firstRefusal, no, type Verdict, yes } from './verdict'

type Refusal = Extract<Verdict, { readonly ok: false }>

/**
 * What of a policy the backup system never does: the platform takes such a policy all the same. Empty when it can do all
 * of it, or when nothing is known of it.
 */
export function unfit(
  system: BackupSystem | null,
  { configurations, replication }: Pick<BackupPolicy, 'configurations' | 'replication'>,
): readonly Refusal[] {
  const kinds = configurations.map(({ type, timing }): Verdict => {
    if (type === 'unknown' || timing.every === 'unknown' || timing.every === 'yearly') return yes
    const whole = systemMakes(system, type)
    return whole.ok ? systemMakes(system, type, timing.every) : whole
  })
  const copies = replication === true ? systemOffers(system, 'replication') : yes
  return [...kinds, copies].filter((verdict) => !verdict.ok)
}

/** Save a policy: something must be new in it, and nothing wrong. */
export const maySavePolicy = (
  administration: Administration,
  { changed, problems }: { readonly changed: boolean; readonly problems: number },
): Verdict =>
  firstRefusal(
    mayChangeBackupSide(administration),
    changed ? yes : no({ code: 'nothing-changed' }),
    problems > 0 ? no({ code: 'values-wrong', count: problems }) : yes,
  )
