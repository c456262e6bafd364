import { describe, expect, test } from 'vitest'

import { audiences, outOfSight } from './event-audience'
import type { Privilege } from './privilege'
import { actor, anyone } from './samples'

const hidden = (...may: readonly Privilege[]): readonly string[] =>
  outOfSight(actor(...may)).flatMap(({ actions }) => actions)

describe('events that do not reach a person: section 9', () => {
  test('who has everything misses nothing', () => expect(outOfSight(anyone)).toEqual([]))

  test('a viewer receives none of them', () =>
    expect(hidden('vms.view', 'events.view')).toEqual(audiences.flatMap(({ actions }) => actions)))

  test('a default user hears of requested backups and of restores, and not of scheduled backups', () => {
    const actions = hidden('vms.view', 'events.view', 'vm.edit', 'vm.deploy', 'appliance.manage')
    expect(actions).toContain('VIRTUAL_MACHINE_SCHEDULED_BACKUP')
    expect(actions).not.toContain('VIRTUAL_MACHINE_BACKUP_FINISH')
    expect(actions).not.toContain('VIRTUAL_MACHINE_RESTORE_FINISH')
  })

  test('one of several privileges is enough', () =>
    expect(hidden('backup.disks')).not.toContain('VIRTUAL_MACHINE_METADATA_MODIFIED'))

  test('no action is told twice', () => {
    const actions = audiences.flatMap((one) => one.actions)
    expect(new Set(actions).size).toBe(actions.length)
  })
})
