import { describe, expect, test } from 'vitest'

import type { Privilege } from './privilege'
import {
  afterChange,
  backupPrivileges,
  changeFor,
  defaultRoles,
  hasByDefault,
  isBackupPrivilege,
  mendOf,
  ownTraps,
  trapsOf,
} from './role'
import { actor } from './samples'

const traps = (...held: readonly Privilege[]) => trapsOf(new Set(held))

describe('the five privileges by default: table 4.1', () => {
  test.each([
    ['cloud-administrator', [...backupPrivileges]],
    ['tenant-administrator', ['backup.disks', 'backup.restore']],
    ['user', []],
    ['viewer', []],
  ] as const)('%s', (role, expected) => {
    expect(defaultRoles).toContain(role)
    expect(backupPrivileges.filter((privilege) => hasByDefault(role, privilege))).toEqual(expected)
  })
})

describe('traps', () => {
  test('the default tenant administrator may restore, and has no tab to do it in', () =>
    expect(traps('vms.view', 'backup.disks', 'backup.restore')).toEqual([
      { code: 'no-tab', privilege: 'backup.restore' },
      { code: 'no-tab', privilege: 'backup.disks' },
    ]))

  test('the tab without the schedule cannot save policies that ask for times', () =>
    expect(traps('vms.view', 'backup.configure')).toEqual([{ code: 'no-schedule' }]))

  test('the tab of VMs that one does not see', () =>
    expect(traps('backup.configure', 'backup.schedule')).toEqual([{ code: 'no-vms' }]))

  test("a datacenter's backups without the datacenter", () =>
    expect(traps('infrastructure.backup', 'infrastructure.view')).toEqual([
      { code: 'no-infrastructure', missing: 'infrastructure.details' },
    ]))

  test('a whole set has none, and nothing at all has none either', () => {
    expect(traps('vms.view', 'infrastructure.view', 'infrastructure.details', ...backupPrivileges)).toEqual([])
    expect(traps()).toEqual([])
  })
})

describe('mending', () => {
  test('each trap of one of the five is gone once its mend is given', () => {
    const held = new Set<Privilege>(['vms.view', 'backup.disks', 'backup.restore'])
    const mended = trapsOf(held).reduce((set, trap) => set.add(mendOf(trap)), new Set(held))
    expect(trapsOf(mended)).toEqual([{ code: 'no-schedule' }])
    expect(trapsOf(mended.add('backup.schedule'))).toEqual([])
  })

  test('VMs and datacenters are not of the five', () => {
    expect(
      [...traps('backup.configure', 'infrastructure.backup')].map(mendOf).filter((one) => !isBackupPrivilege(one)),
    ).toEqual(['vms.view', 'infrastructure.view', 'infrastructure.details'])
  })
})

describe('what is wanted of a role', () => {
  const held = new Set<Privilege>(['vms.view', 'backup.disks'])

  test('becomes what is still to do', () =>
    expect(
      changeFor(
        held,
        new Map([
          ['backup.restore', true],
          ['backup.disks', false],
        ]),
      ),
    ).toEqual({ give: ['backup.restore'], take: ['backup.disks'] }))

  test('falls away when someone else did it meanwhile', () =>
    expect(
      changeFor(
        held,
        new Map([
          ['backup.disks', true],
          ['backup.restore', false],
        ]),
      ),
    ).toEqual({ give: [], take: [] }))

  test('leaves everything else as it is', () =>
    expect([...afterChange(held, { give: ['backup.restore'], take: ['backup.disks'] })]).toEqual([
      'vms.view',
      'backup.restore',
    ]))
})

test('a person is told of traps in the own rights only where someone can mend them', () => {
  const someone = actor('vms.view', 'backup.configure')
  expect(ownTraps(someone)).toEqual([{ code: 'no-schedule' }])
  expect(ownTraps({ ...someone, absent: new Set(['backup.schedule']) })).toEqual([])
  expect(ownTraps({ ...someone, ungranted: true })).toEqual([])
})
