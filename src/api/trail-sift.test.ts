import { expect, test } from 'vitest'

import { event as sample } from '~/domain/samples'

import { isAskedFor } from './trail-sift'

/** It tells of no place. */
const event = sample({
  severity: 'error',
  action: 'BACKUP_CLOSED',
  component: null,
  performedBy: 'Ada',
  user: 'ada',
  tenant: null,
  datacenter: null,
  virtualDatacenter: null,
  virtualAppliance: null,
  vmName: 'erp-app-01',
  text: 'Before the Sale',
})
const whole = { offset: 0, limit: 50 }

const asked = { severity: 'error', action: 'BACKUP_CLOSED', vm: 'erp-app-01', user: 'ada', text: 'the sale' } as const

test('finds what bears all that is asked for', () => {
  expect(isAskedFor(whole, event)).toBe(true)
  expect(isAskedFor({ ...whole, ...asked }, event)).toBe(true)
})

test.each([{ severity: 'info' }, { vm: 'erp-app' }, { user: 'Ada' }, { text: 'purchase' }] as const)(
  'does not find what bears all but %o',
  (other) => {
    expect(isAskedFor({ ...whole, ...asked, ...other }, event)).toBe(false)
  },
)

test.each(['datacenter', 'tenant', 'virtualDatacenter', 'virtualAppliance', 'component'] as const)(
  'a trail that tells of no %s has nothing for who asks by one',
  (name) => {
    expect(isAskedFor({ ...whole, [name]: 'London' }, event)).toBe(false)
    expect(isAskedFor({ ...whole, [name]: 'London' }, { ...event, [name]: 'London' })).toBe(true)
  },
)

test('a trail that tells of no part of the infrastructure has nothing for who asks by one', () =>
  expect(isAskedFor({ ...whole, physicalMachine: 'esx-01' }, event)).toBe(false))
