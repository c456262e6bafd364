import { describe, expect, test } from 'vitest'

import { concernsBackup, newestFirst, questionOf, topics, topicsOf, type TrailScope } from './event-topic'
import { event } from './samples'

const scope: TrailScope = {
  failures: ['BACKUP_END', 'RESTORE_END'],
  'failed-backups': ['BACKUP_END'],
  administration: ['POLICY_CREATE'],
}

describe('what a platform is asked for a topic', () => {
  test('failures are errors at the ends of backups and restores', () =>
    expect(questionOf('failures', scope)).toEqual({
      by: 'actions',
      actions: ['BACKUP_END', 'RESTORE_END'],
      severity: 'error',
    }))

  test('failed backups are the failures without those of restores', () =>
    expect(questionOf('failed-backups', scope)).toEqual({ by: 'actions', actions: ['BACKUP_END'], severity: 'error' }))

  test('changes by administrators are asked for at any severity', () =>
    expect(questionOf('administration', scope)).toEqual({
      by: 'actions',
      actions: ['POLICY_CREATE'],
      severity: null,
    }))

  test('where a trail tells of backups alone, failures are its errors, and no other question says more', () => {
    for (const topic of ['failures', 'failed-backups'] as const)
      expect(questionOf(topic, 'backups')).toEqual({ by: 'severity', severity: 'error' })
    expect(questionOf('administration', 'backups')).toMatchObject({ actions: [] })
    expect(topicsOf('backups')).toEqual(['failures'])
    expect(topicsOf(scope)).toEqual(topics)
  })

  test('all about backups is sifted', () => expect(questionOf('backup', scope)).toEqual({ by: 'sifting' }))
})

test('events about backups are told by their action or their text', () => {
  expect(concernsBackup({ action: 'VIRTUAL_MACHINE_RESTORE_FINISH', text: null })).toBe(true)
  expect(concernsBackup({ action: 'VIRTUAL_MACHINE_SCHEDULE', text: 'Scheduled backup 12 finished' })).toBe(true)
  expect(concernsBackup({ action: 'VIRTUAL_MACHINE_POWER_ON', text: 'web-01' })).toBe(false)
})

test('joined lists stand newest first', () =>
  expect(
    newestFirst([
      event({ id: 'old', at: new Date(1_000) }),
      event({ id: 'never', at: null }),
      event({ id: 'new', at: new Date(2_000) }),
    ]).map(({ id }) => id),
  ).toEqual(['new', 'old', 'never']))
