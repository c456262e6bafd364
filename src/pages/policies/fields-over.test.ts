import { expect, test } from 'vitest'

import { configuration, policy } from '~/domain/samples'

import { fieldsOf, type PolicyFields } from './fields'
import { fieldsOver } from './fields-over'
import { toDraft } from './to-draft'
import { versionRows } from './versions'

const daily = configuration({ every: 'daily', time: { by: 'system' } }, { key: '1' })
const monthly = configuration({ every: 'monthly', time: { by: 'vm' } }, { key: '2' })
const found = { ...policy(daily), name: 'Nightly', code: 'N', description: 'Old words' }
const before = fieldsOf(found, 'vm')
const theirs = { ...found, name: 'Every night', description: 'New words', configurations: [daily, monthly] }

const mine: PolicyFields = {
  ...before,
  name: 'By night',
  kinds: {
    ...before.kinds,
    complete: {
      ...before.kinds.complete,
      hourly: { ...before.kinds.complete.hourly, chosen: true, hours: { by: 'system', unread: '', text: '' } },
    },
  },
}

test('what was entered stands over what someone else changed, and what was not touched is theirs', () => {
  const both = toDraft(fieldsOver(mine, before, fieldsOf(theirs, 'vm')))
  expect(both).toMatchObject({ name: 'By night', code: 'N', description: 'New words' })
  expect(both.configurations.map(({ timing }) => timing.every)).toEqual(['hourly', 'daily', 'monthly'])
})

test('of two versions the rows say what nobody touched here', () => {
  const rows = versionRows(toDraft(mine), theirs, found)
  expect(rows.map(({ label, mine: own }) => [label, own])).toEqual([
    ['Name', 'By night'],
    ['Description', 'Not changed by you'],
    expect.arrayContaining([expect.stringMatching(/hourly/i)]),
    expect.arrayContaining([expect.stringMatching(/month/i), 'Not changed by you']),
  ])
})
