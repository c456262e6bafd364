import { expect, test } from 'vitest'

import { seesAllEnds, seesEnds } from './failure-sight'
import { tellsPlannedEnds } from './privilege'
import { actor } from './samples'

test('ends of backups reach who reads events and is told some of them', () => {
  expect(seesEnds(actor('events.view'))).toBe(true)
  expect(seesEnds({ ...actor('events.view-all'), untoldEnds: 'some' })).toBe(true)
  expect(seesEnds({ ...actor('events.view-all'), untoldEnds: 'all' })).toBe(false)
  expect(seesEnds(actor('vm.edit'))).toBe(false)
})

test('all ends reach who reads events and is told all of them', () => {
  expect(seesAllEnds(actor('events.view'))).toBe(true)
  expect(seesAllEnds({ ...actor('events.view'), untoldEnds: 'some' })).toBe(false)
  expect(seesAllEnds(actor('vm.edit'))).toBe(false)
})

test('a platform that tells nobody of planned backups tells no one all', () => {
  const someone = { ...actor('events.view'), untoldEnds: 'nobody' as const }
  expect([seesEnds(someone), seesAllEnds(someone), tellsPlannedEnds(someone)]).toEqual([true, false, false])
  expect(tellsPlannedEnds({ ...someone, untoldEnds: 'some' })).toBe(true)
})
