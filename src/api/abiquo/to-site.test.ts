import { expect, test } from 'vitest'

import { toSystem } from './to-site'

const silent = { type: 'VEEAM10', name: null, constraints: null, operations: null, links: [] }

test('a plug-in that says nothing of itself is taken by what is documented of its type', () => {
  const system = toSystem(silent)
  expect(system).toMatchObject({ name: 'VEEAM10', can: { 'choose-disks': false, 'several-policies': false } })
  expect(system.can['on-demand']).toBeNull()
  expect(system.periodicities?.get('complete')).not.toContain('defined-hour')
  expect(system.periodicities?.has('snapshot')).toBe(false)
  expect([...(system.documented ?? [])].toSorted()).toEqual(['choose-disks', 'kinds', 'restore', 'several-policies'])
})

test('its own word comes first', () => {
  const system = toSystem({
    ...silent,
    name: 'Veeam of ours',
    constraints: { diskSelection: 'true' },
    operations: { COMPLETE: ['DEFINED_HOUR'] },
  })
  expect(system).toMatchObject({ name: 'Veeam of ours', can: { 'choose-disks': true, 'several-policies': false } })
  expect(system.periodicities?.get('complete')).toEqual(['defined-hour'])
  expect([...(system.documented ?? [])].toSorted()).toEqual(['restore', 'several-policies'])
})

test('where a platform names no plug-in, the deployment may; without either, and of a type nobody knows, nothing is known', () => {
  expect(toSystem(null, 'VEEAM10')).toMatchObject({
    type: 'VEEAM10',
    name: 'Veeam 10',
    can: { schedule: true, 'choose-disks': false },
  })
  expect(toSystem({ ...silent, type: 'RUBRIK' }, 'VEEAM10')).toMatchObject({ type: 'RUBRIK' })
  for (const system of [toSystem(null), toSystem(null, 'MERIDIAN_VAULT')]) {
    expect(Object.values(system.can).every((ability) => ability === null)).toBe(true)
    expect(system.periodicities).toBeNull()
    expect(system.documented?.size).toBe(0)
  }
})
