import { expect, test } from 'vitest'

import { checkEndpoint } from './check-endpoint'
import { joinUser, knownSystem, splitUser } from './known-systems'

test.each(['VEEAM', 'VEEAM95U4', 'VEEAM10', 'NETWORKER', 'RUBRIK', 'AVAMAR'])(
  'the example of %s passes its own check',
  (type) => expect(checkEndpoint(knownSystem(type)?.example ?? '', type)).toEqual([]),
)

test('what is documented of Veeam: no single moment, no choice of disks, one policy; of others what they make', () => {
  for (const type of ['VEEAM95U4', 'Veeam95u4+snapshot', 'veeam10']) {
    expect(knownSystem(type)?.can).toMatchObject({ 'choose-disks': false, 'several-policies': false })
    expect([...(knownSystem(type)?.kinds ?? [])]).toEqual([
      ['complete', ['hourly', 'daily', 'weekly-planned', 'monthly']],
    ])
  }
  expect(knownSystem('AVAMAR')?.can).toMatchObject({ 'on-demand': true, replication: true })
  expect(knownSystem('RUBRIK')?.kinds.get('complete')).toContain('defined-hour')
  expect(knownSystem('RUBRIK')?.kinds.has('snapshot')).toBe(false)
})

test("Networker's user has a second part behind the separator, and comes back whole", () => {
  expect(splitUser('svc#vcenter#x', 'networker')).toEqual({ user: 'svc', second: 'vcenter#x' })
  expect(splitUser('svc', 'NETWORKER')).toEqual({ user: 'svc', second: '' })
  for (const text of ['svc#vcenter', 'svc#a#b', 'svc', '', '#second'])
    expect(joinUser(splitUser(text, 'NETWORKER'), 'NETWORKER')).toBe(text)
})

test('elsewhere a user is one text, whatever it holds', () => {
  expect(splitUser('DOMAIN#svc', 'VEEAM10')).toEqual({ user: 'DOMAIN#svc', second: '' })
  expect(joinUser({ user: 'svc', second: 'lost' }, 'VEEAM10')).toBe('svc')
  expect(knownSystem('MERIDIAN_VAULT')).toBeNull()
})
