import type { ConfigurationValues } from './assignment'
import type { BackupConfiguration, Field, Timing } from './policy'
import type { Schedule } from './schedule'

/** A field with its value, the backup system's, or nothing that we know. */
type Settled<T> = { readonly by: 'value'; readonly value: T } | { readonly by: 'system' } | { readonly by: 'nobody' }

function settle<T>(field: Field<T>, given: T | undefined): Settled<T> {
  switch (field.by) {
    case 'policy':
      return { by: 'value', value: field.value }
    case 'vm':
      return given === undefined ? { by: 'nobody' } : { by: 'value', value: given }
    case 'system':
      return { by: 'system' }
    case 'unread':
      return { by: 'nobody' }
  }
}

/** The schedule of two fields: not known when one is not, the backup system's when one is. */
function both<A, B>(first: Settled<A>, second: Settled<B>, make: (a: A, b: B) => Schedule): Schedule | null {
  if (first.by === 'nobody' || second.by === 'nobody') return null
  if (first.by === 'system' || second.by === 'system') return { every: 'system' }
  return make(first.value, second.value)
}

const one = <T>(field: Settled<T>, make: (value: T) => Schedule): Schedule | null => both(field, field, make)

/**
 * When a configuration runs on a VM: the policy's fixed values, and the VM's own where the policy leaves them. `null` when
 * a value is missing or cannot be read; `{ every: 'system' }` as soon as the backup system decides a part.
 */
export function scheduleOf(
  { timing, until: fixed }: BackupConfiguration,
  values: ConfigurationValues | undefined,
): Schedule | null {
  const schedule = planOf(timing, values)
  const until = values?.until ?? fixed
  return schedule && until ? { ...schedule, until } : schedule
}

function planOf(timing: Timing, values: ConfigurationValues | undefined): Schedule | null {
  switch (timing.every) {
    case 'defined-hour':
      return one(settle(timing.at, values?.at), (at) => ({ every: 'defined-hour', at }))
    case 'hourly':
      return one(settle(timing.hours, values?.hours), (hours) => ({ every: 'hourly', hours }))
    case 'daily':
      return one(settle(timing.time, values?.time), (time) => ({ every: 'daily', time }))
    case 'weekly-planned':
      return both(settle(timing.days, values?.days), settle(timing.time, values?.time), (days, time) => ({
        every: 'weekly-planned',
        days,
        time,
      }))
    case 'monthly':
      return timing.dates
        ? both(settle(timing.dates, values?.dates), settle(timing.time, values?.time), (dates, time) => ({
            every: 'monthly',
            time,
            dates,
          }))
        : one(settle(timing.time, values?.time), (time) => ({ every: 'monthly', time }))
    case 'yearly':
      return both(settle(timing.dates, values?.dates), settle(timing.time, values?.time), (dates, time) => ({
        every: 'yearly',
        time,
        dates,
      }))
    case 'unknown':
      return null
  }
}
