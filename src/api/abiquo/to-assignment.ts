import type { Assignment, ConfigurationValues, Content } from '~/domain/assignment'
import { type Weekday, weekdays } from '~/domain/policy'

import { assumed } from './assumed'
import { placeId } from './ids'
import { type Addresses, linkOf, ownPathOfLink } from './links'
import { readDateTime, readHours, readTimeOfDay } from './times'
import type { AssignedPolicy, BackupConfiguration } from './wire'

const days: ReadonlyMap<string, Weekday> = new Map(weekdays.map((day) => [day.toUpperCase(), day]))

/** Days in any letter case; null when one of them is no day, or there is none. */
export function readDays(words: readonly string[]): readonly Weekday[] | null {
  const read = words.map((word) => days.get(word.trim().toUpperCase()))
  return read.length > 0 && read.every((day) => day !== undefined) ? weekdays.filter((day) => read.includes(day)) : null
}

const upper = (word: string | null): string => (word ?? '').trim().toUpperCase()

/** `COMPLETE/DAILY`: a policy has each type and periodicity once. */
export const keyOf = ({ type, subtype, period }: Pick<BackupConfiguration, 'type' | 'subtype' | 'period'>): string =>
  `${upper(type)}/${upper(subtype ?? period)}`

const modes: ReadonlySet<string> = new Set(Object.values(assumed.mode))

/** A word in the place of a value that says who gives it. */
export const isMode = (word: string): boolean => modes.has(upper(word))

function contentOf(type: string, sources: readonly string[] | null): Content {
  const named = (sources ?? []).filter((source) => !isMode(source))
  if (named.length === 0) return { kind: 'all' }
  return type === 'FILESYSTEM' ? { kind: 'paths', paths: named } : { kind: 'disks', ids: named }
}

function timeOf(periodicity: string, time: string | null): Pick<ConfigurationValues, 'at' | 'hours' | 'time'> {
  if (time === null || time === '' || isMode(time)) return {}
  if (periodicity === 'DEFINED_HOUR') {
    const at = readDateTime(time)
    return at === null ? {} : { at }
  }
  if (periodicity === 'HOURLY') {
    const hours = readHours(time)
    return hours === null ? {} : { hours }
  }
  const read = readTimeOfDay(time)
  return read === null ? {} : { time: read }
}

/** The values that a VM gives to one configuration; what cannot be read is absent here, and kept when it is saved. */
export function toValues(configuration: BackupConfiguration): ConfigurationValues {
  const chosen = configuration.days && readDays(configuration.days)
  return {
    key: keyOf(configuration),
    ...timeOf(upper(configuration.subtype ?? configuration.period), configuration.time),
    ...(chosen && { days: chosen }),
    content: contentOf(upper(configuration.type), configuration.sources),
  }
}

/** The policy that an element names, or its place in the list when its link is missing or leads elsewhere. */
export function policyIdOf(places: Addresses, { links }: AssignedPolicy, index: number): string {
  const path = ownPathOfLink(places, links, assumed.rel.policy)
  return path === null ? `unnamed-${index}` : placeId(path)
}

/** Null when the VM does not say which policies protect it. */
export const toAssignments = (
  places: Addresses,
  policies: readonly AssignedPolicy[] | null,
): readonly Assignment[] | null =>
  policies &&
  policies.map((policy, index) => ({
    policyId: policyIdOf(places, policy, index),
    policyName: policy.name || linkOf(policy.links, assumed.rel.policy)?.title || policy.code || '',
    values: (policy.backupConfigurations ?? []).map(toValues),
  }))

/** Rows of a set, in an order of ours. */
export const inOrder = <T>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/**
 * A stamp of the backup configuration: equal as long as policies and their values are, whatever their order (the platform
 * keeps sets) and however else the VM changed.
 */
export const revisionOf = (places: Addresses, policies: readonly AssignedPolicy[] | null): string =>
  JSON.stringify(
    policies &&
      inOrder(
        policies.map((policy, index) => [
          policyIdOf(places, policy, index),
          inOrder(
            (policy.backupConfigurations ?? []).map((one) => [
              keyOf(one),
              one.time ?? '',
              inOrder(one.days ?? []),
              inOrder(one.sources ?? []),
            ]),
          ),
        ]),
      ),
  )
