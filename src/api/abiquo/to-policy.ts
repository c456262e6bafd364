import type { BackupConfiguration, BackupPolicy, BackupType, Field, OfferedPolicy, Timing } from '~/domain/policy'
import type { Ref } from '~/domain/ref'

import { assumed } from './assumed'
import { placeId } from './ids'
import { type Addresses, linkOf, ownPathOfLink, selfOf } from './links'
import { readDateTime, readHours, readTimeOfDay } from './times'
import { inOrder, isMode, keyOf, readDays } from './to-assignment'
import type { BackupConfiguration as Line } from './wire'
import type { BackupPolicy as Policy } from './wire-work'

/** Types of backups by the platform's words (contract, 5.4); any other word is an unknown type. */
export const typeOf: ReadonlyMap<string, BackupType> = new Map([
  ['COMPLETE', 'complete'],
  ['SNAPSHOT', 'snapshot'],
  ['FILESYSTEM', 'filesystem'],
])

/** A value, or a word that says who gives it; a missing one is left to the VM. */
function field<T>(text: string | null, read: (text: string) => T | null): Field<T> {
  const word = (text ?? '').trim()
  if (word.toUpperCase() === assumed.mode.system) return { by: 'system' }
  if (word === '' || isMode(word)) return { by: 'vm' }
  const value = read(word)
  return value === null ? { by: 'unread', text: word } : { by: 'policy', value }
}

const daysField = (days: readonly string[] | null): Extract<Timing, { every: 'weekly-planned' }>['days'] =>
  field(days && days.join(' '), (text) => readDays(text.split(/\s+/)))

function timingOf(line: Line): Timing {
  const periodicity = (line.subtype ?? line.period ?? '').trim()
  switch (periodicity.toUpperCase()) {
    case 'DEFINED_HOUR':
      return { every: 'defined-hour', at: field(line.time, readDateTime) }
    case 'HOURLY':
      return { every: 'hourly', hours: field(line.time, readHours) }
    case 'DAILY':
      return { every: 'daily', time: field(line.time, readTimeOfDay) }
    case 'WEEKLY_PLANNED':
      return { every: 'weekly-planned', days: daysField(line.days), time: field(line.time, readTimeOfDay) }
    case 'MONTHLY':
      return { every: 'monthly', time: field(line.time, readTimeOfDay) }
    default:
      return { every: 'unknown', text: periodicity }
  }
}

/** A line of a policy; those of the options are none. */
export const toConfiguration = (line: Line): BackupConfiguration => {
  const typeText = (line.type ?? '').trim()
  const content = line.sources?.some((word) => word.toUpperCase() === assumed.mode.system)
  return {
    key: keyOf(line),
    type: typeOf.get(typeText.toUpperCase()) ?? 'unknown',
    typeText,
    timing: timingOf(line),
    content: content ? 'system' : 'vm',
  }
}

/** A pseudo type that groups switches of the backup system beside the real configurations. */
export const isOption = ({ type }: Line): boolean => type?.toUpperCase() === 'OPTIONS'

/** An option that makes every backup of the policy a replicated one. */
export const isReplication = (line: Line): boolean => isOption(line) && keyOf(line).endsWith('/REPLICATION')

/** Throws `ApiError` (`link`, `contract`) when the policy has no address that we may use: it could not be assigned. */
export function toPolicy(places: Addresses, policy: Policy): BackupPolicy {
  const { path, title } = selfOf(places, policy.links, 'policy')
  return {
    id: placeId(path),
    name: policy.name || title || policy.code || '',
    code: policy.code ?? '',
    description: policy.description || null,
    replication: policy.replication ?? (policy.backupConfigurations.some(isReplication) ? true : null),
    configurations: policy.backupConfigurations.filter((line) => !isOption(line)).map(toConfiguration),
  }
}

/** A policy as its administrators read it; its stamp does not see the order of lines, which the platform does not keep. */
export function toOfferedPolicy(places: Addresses, policy: Policy): OfferedPolicy {
  const known = toPolicy(places, policy)
  const { name, code, description, replication, configurations } = known
  return { ...known, revision: JSON.stringify([name, code, description, replication, inOrder(configurations)]) }
}

/** The policy that a result names, if it does. */
export function policyRef(places: Addresses, links: Policy['links']): Ref | null {
  const path = ownPathOfLink(places, links, assumed.rel.policy)
  return path === null ? null : { id: placeId(path), name: linkOf(links, assumed.rel.policy)?.title ?? '' }
}
