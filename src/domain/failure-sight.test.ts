import { expect, test } from 'vitest'

import { seesAllEnds, seesEnds } from './failure-sight'
import type { Actor, Privilege } from './privilege'

const actor = (...may: readonly Privilege[]): Actor => ({
  name: 'x',
  fullName: null,
  role: 'x',
  tenant: null,
  may: new Set(may),
  absent: new Set(),
})

test('ends of backups reach who reads events and receives one of their kinds', () => {
  expect(seesEnds(actor('events.view', 'vm.edit'))).toBe(true)
  expect(seesEnds(actor('events.view-all', 'backup.configure'))).toBe(true)
  expect(seesEnds(actor('events.view-all', 'infrastructure.backup'))).toBe(false)
  expect(seesEnds(actor('vm.edit', 'backup.configure'))).toBe(false)
})

test('all ends reach who receives those of asked and of scheduled backups', () => {
  expect(seesAllEnds(actor('events.view', 'vm.edit', 'backup.configure'))).toBe(true)
  expect(seesAllEnds(actor('events.view', 'vm.edit'))).toBe(false)
  expect(seesAllEnds(actor('events.view', 'backup.configure'))).toBe(false)
  expect(seesAllEnds(actor('vm.edit', 'backup.configure'))).toBe(false)
})
