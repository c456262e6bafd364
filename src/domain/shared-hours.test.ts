import { expect, test } from 'vitest'

import type { OfferedPolicy, Timing } from './policy'
import { configuration, policy } from './samples'
import type { Schedule } from './schedule'
import { sharingHours } from './shared-hours'

const from = new Date('2026-03-02T08:00:00Z')
const at = (hour: number, minute = 0, offset = 0) => ({ hour, minute, second: 0, offset })
const daily = (hour: number, minute = 0, offset = 0): Timing => ({
  every: 'daily',
  time: { by: 'policy', value: at(hour, minute, offset) },
})
const offered = (id: string, timing: Timing): OfferedPolicy => ({ ...policy(configuration(timing)), id, revision: '1' })
const names = (own: readonly Schedule[], ...others: readonly OfferedPolicy[]) =>
  sharingHours(own, others, from).map(({ id }) => id)

test('policies share hours when runs of both begin within one, by the same clock', () => {
  const own: Schedule[] = [{ every: 'daily', time: at(2, 30) }]
  expect(
    names(own, offered('same', daily(2)), offered('before', daily(1, 59)), offered('zone', daily(3, 45, 60))),
  ).toEqual(['same', 'zone'])
})

test('a weekly one meets a daily one on its day, and another weekly one on the same days only', () => {
  const monday: Schedule[] = [{ every: 'weekly-planned', days: ['monday'], time: at(2) }]
  const tuesday: Timing = {
    every: 'weekly-planned',
    days: { by: 'policy', value: ['tuesday'] },
    time: { by: 'policy', value: at(2) },
  }
  expect(names(monday, offered('daily', daily(2)), offered('tuesday', tuesday))).toEqual(['daily'])
})

test('what each VM says for itself, and what the backup system chooses, is not counted', () => {
  const own: Schedule[] = [
    { every: 'daily', time: at(2) },
    { every: 'hourly', hours: 1 },
  ]
  expect(names(own, offered('own', { every: 'daily', time: { by: 'vm' } }), offered('late', daily(5)))).toEqual([])
})
