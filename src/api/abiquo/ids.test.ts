import { describe, expect, test } from 'vitest'

import { backupId, backupPath, placeId, taskId, taskPath, vmId, vmPath } from './ids'

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
})
