import { describe, expect, test } from 'vitest'

import { type Privilege, privileges } from '~/domain/privilege'

import { endings, untoldEnds } from './ends'
import { trailWords } from './trail-words'

const hidden = (...may: readonly Privilege[]): readonly string[] =>
  trailWords(null, new Set(may)).unseen.flatMap(({ actions }) => actions)

describe('events that do not reach a person: section 9', () => {
  test('who has everything misses nothing', () => expect(hidden(...privileges)).toEqual([]))

  test('a default user hears of requested backups and of restores, and not of scheduled backups', () => {
    const actions = hidden('vms.view', 'events.view', 'vm.edit', 'vm.deploy', 'appliance.manage')
    expect(actions).toContain('VIRTUAL_MACHINE_SCHEDULED_BACKUP')
    expect(actions).not.toContain('VIRTUAL_MACHINE_BACKUP_FINISH')
    expect(actions).not.toContain('VIRTUAL_MACHINE_RESTORE_FINISH')
  })

  test('one of several privileges is enough', () => {
    expect(hidden('backup.schedule')).toContain('BACKUP_POLICY_CREATE')
    expect(hidden('backup.disks')).not.toContain('VIRTUAL_MACHINE_METADATA_MODIFIED')
  })

  test('a viewer receives none of the ends of backups, and no action is told twice', () => {
    const actions = hidden('vms.view', 'events.view')
    expect(actions).toEqual(expect.arrayContaining([...endings]))
    expect(new Set(actions).size).toBe(actions.length)
  })
})

test('ends of backups that a person is never told are all, some or none of them', () => {
  expect(untoldEnds(new Set(['vm.edit', 'backup.configure']), false)).toEqual({})
  expect(untoldEnds(new Set(['vm.edit']), false)).toEqual({ untoldEnds: 'some' })
  expect(untoldEnds(new Set(['backup.configure']), false)).toEqual({ untoldEnds: 'some' })
  expect(untoldEnds(new Set(['infrastructure.backup']), false)).toEqual({ untoldEnds: 'all' })
})

test('before 4.0 nobody is told how a planned backup ended, whatever the person may do', () => {
  expect(untoldEnds(new Set(['vm.edit', 'backup.configure']), true)).toEqual({ untoldEnds: 'nobody' })
  expect(untoldEnds(new Set(['backup.configure']), true)).toEqual({ untoldEnds: 'all' })
})

describe('the actions that answer a topic', () => {
  test('are those that the platform has, in any letter case', () =>
    expect(trailWords(['virtual_machine_restore_finish', 'VIRTUAL_MACHINE_POWER_ON'], new Set()).scope).toHaveProperty(
      'failures',
      ['VIRTUAL_MACHINE_RESTORE_FINISH'],
    ))

  test('are all of them where it does not say', () => {
    const { scope, actions } = trailWords(null, new Set())
    expect(actions).toEqual([])
    expect(scope).toMatchObject({
      'failed-backups': [
        'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
        'VIRTUAL_MACHINE_BACKUP_FINISH',
        'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH',
      ],
      administration: expect.arrayContaining(['BACKUP_POLICY_ALLOW', 'BACKUP_MANAGER_MODIFY', 'ROLE_MODIFY']),
    })
  })
})
