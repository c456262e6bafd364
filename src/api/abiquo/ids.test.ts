import { describe, expect, test } from 'vitest'

import {
  backupId,
  backupPath,
  datacenterPath,
  limitPath,
  managerPath,
  placeId,
  policyPath,
  rolePath,
  taskId,
  taskPath,
  tenantPath,
  vmId,
  vmPath,
} from './ids'

const vm = '/cloud/virtualdatacenters/4/virtualappliances/9/virtualmachines/77'
const notFound = expect.objectContaining({ kind: 'not-found' })
const wrap = (path: string): string => `~${Buffer.from(path).toString('base64url')}`

describe('ids', () => {
  test('a VM has a short id that leads back to its very address', () => {
    expect(vmId(vm)).toBe('4-9-77')
    expect(vmPath('4-9-77')).toBe(vm)
  })

  test.each([
    '/admin/datacenters/2/racks/1/machines/3/virtualmachines/8',
    '/cloud/virtualdatacenters/a/virtualappliances/9/virtualmachines/77',
    '/cloud/virtualdatacenters/04/virtualappliances/9/virtualmachines/77',
  ])('%s is kept whole', (path) => {
    expect(vmId(path)).toMatch(/^~[\w-]+$/)
    expect(vmPath(vmId(path))).toBe(path)
  })

  test.each([
    '',
    '4-9',
    '4-9-77-1',
    '04-9-77',
    '4-9-x',
    '4-9-77/../../../login',
    '~',
    '~!!',
    wrap('/logout'),
    wrap('/virtualmachines/../../x'),
    wrap('/../virtualmachines/1'),
    wrap('//evil.example/virtualmachines/1'),
    wrap('/a?b=/virtualmachines/1'),
    wrap('/a/virtualmachines/1%2f..'),
    wrap('/a\\virtualmachines/1'),
    wrap('https://evil.example/virtualmachines/1'),
    // One VM has one id.
    wrap(vm),
    `${wrap('/x/virtualmachines/12')}=`,
  ])('%j is no VM', (id) => {
    expect(() => vmPath(id)).toThrow(notFound)
  })

  test('tasks and results lead back as well', () => {
    const task = `${vm}/tasks/4f0c0a1e-9b2d`
    expect(taskId(task)).toBe('4-9-77.4f0c0a1e-9b2d')
    expect(taskPath(taskId(task))).toBe(task)
    expect(taskPath(taskId('/cloud/virtualappliances/9/tasks/1'))).toBe('/cloud/virtualappliances/9/tasks/1')
    expect(() => taskPath('4-9-77.a/../b')).toThrow(notFound)
    expect(() => taskPath(wrap('/logout'))).toThrow(notFound)

    const results = `${vm}/backup/results`
    expect(backupId(`${results}/501`, results)).toBe('501')
    expect(backupPath('501', results)).toBe(`${results}/501`)
    const elsewhere = '/cloud/backups/abc'
    expect(backupPath(backupId(elsewhere, results), results)).toBe(elsewhere)
    expect(() => backupPath('../5', results)).toThrow(notFound)
  })

  test('a policy has one id, from both sides', () => {
    expect(placeId('/cloud/locations/2/backuppolicies/14')).toBe('2-14')
    expect(placeId('/admin/datacenters/2/backuppolicies/14')).toBe('2-14')
    expect(placeId('/cloud/virtualdatacenters/4/virtualappliances/9')).toBe('4-9')
  })

  test.each([
    ['2', '/admin/datacenters/2', datacenterPath],
    ['5', '/admin/enterprises/5', tenantPath],
    ['3', '/admin/roles/3', rolePath],
    ['2-14', '/admin/datacenters/2/backuppolicies/14', policyPath],
    ['2-1', '/admin/datacenters/2/backupmanagers/1', managerPath],
    ['5-39', '/admin/enterprises/5/limits/39', limitPath],
  ])("%s leads back to the administrators' address %s, and an unusual one to itself", (id, path, pathOf) => {
    expect(placeId(path)).toBe(id)
    expect(pathOf(id)).toBe(path)
    const unusual = path.replace('/admin', '/admin/v2')
    expect(placeId(unusual)).toMatch(/^~/)
    expect(pathOf(placeId(unusual))).toBe(unusual)
  })

  test.each([
    '',
    '02',
    '2/../../login',
    '2-',
    '2-14-1',
    '-',
    '~',
    wrap('/logout'),
    wrap('/admin/v2/../datacenters/2'),
    wrap('/admin/datacenters/2'),
    wrap('/admin/datacenters/2/backuppolicies/14'),
    wrap('/admin/v2/datacenters/2/backuppolicies'),
    wrap('https://evil.example/datacenters/2'),
  ])('%j leads nowhere', (id) => {
    for (const pathOf of [datacenterPath, tenantPath, rolePath, policyPath, managerPath, limitPath])
      expect(() => pathOf(id)).toThrow(notFound)
  })

  test('an id of one kind is none of another', () => {
    for (const pathOf of [datacenterPath, tenantPath, rolePath]) expect(() => pathOf('2-14')).toThrow(notFound)
    for (const pathOf of [policyPath, managerPath, limitPath]) expect(() => pathOf('2')).toThrow(notFound)
    expect(() => managerPath(placeId('/admin/v2/enterprises/5'))).toThrow(notFound)
  })
})
