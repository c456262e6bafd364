import { describe, expect, test } from 'vitest'

import type { BackupPolicy, Timing } from '~/domain/policy'
import { configuration, policyCalled } from '~/domain/samples'

import { placeOfComplaint } from './policy-problems'

const policy = (id: string, ...timings: readonly Timing[]): BackupPolicy => ({
  ...policyCalled(id, ...timings.map((timing) => configuration(timing))),
  name: `Policy ${id}`,
})

const daily: Timing = { every: 'daily', time: { by: 'vm' } }
const hourly: Timing = { every: 'hourly', hours: { by: 'vm' } }
const a = policy('a', hourly, daily)
const b = policy('b', daily)

describe('a refusal of the platform', () => {
  test('stands at the one field of the chosen policies that its code can mean', () => {
    expect(placeOfComplaint({ code: 'BC-16', message: '' }, [b, a], ['a', 'b'])).toEqual({
      place: { policy: 1, configuration: 0 },
      field: 'hours',
    })
    expect(placeOfComplaint({ code: 'BC-12', message: '' }, [a, b], ['b'])).toEqual({
      place: { policy: 1, configuration: 0 },
      field: 'time',
    })
  })

  test('stands at the policy that its text names', () => {
    expect(placeOfComplaint({ code: 'BC-12', message: 'Time for Policy a' }, [a, b], ['a', 'b'])).toEqual({
      place: { policy: 0, configuration: 1 },
      field: 'time',
    })
  })

  test('stands above the form when its field cannot be known', () => {
    expect(placeOfComplaint({ code: 'BC-12', message: '' }, [a, b], ['a', 'b'])).toBeNull()
    expect(placeOfComplaint({ code: 'BC-27', message: 'Policy a' }, [a, b], ['a', 'b'])).toBeNull()
    expect(placeOfComplaint({ code: 'BC-19', message: '' }, [a], ['a'])).toBeNull()
  })
})
