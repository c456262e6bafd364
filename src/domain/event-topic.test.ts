import { describe, expect, test } from 'vitest'

import { concernsBackup, newestFirst, questionOf, topics, topicsOf } from './event-topic'
import { event } from './samples'

describe('what a platform is asked for a topic', () => {
  test('failures are errors at the ends of backups and restores', () =>
    expect(questionOf('failures', ['VIRTUAL_MACHINE_RESTORE_FINISH', 'VIRTUAL_MACHINE_POWER_ON'])).toEqual({
      by: 'actions',
      actions: ['VIRTUAL_MACHINE_RESTORE_FINISH'],
      severity: 'error',
    }))

  test('failed backups are the failures without those of restores', () =>
    expect(questionOf('failed-backups', null)).toEqual({
      by: 'actions',
      actions: [
        'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
        'VIRTUAL_MACHINE_BACKUP_FINISH',
        'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH',
      ],
      severity: 'error',
    }))

  test('changes by administrators are those of policies, systems, rules, allowances and roles, at any severity', () => {
    const question = questionOf('administration', null)
    expect(question).toMatchObject({ by: 'actions', severity: null })
    expect(question).toHaveProperty(
      'actions',
      expect.arrayContaining(['BACKUP_POLICY_ALLOW', 'BACKUP_MANAGER_MODIFY', 'ROLE_MODIFY']),
    )
  })

  test('where a trail tells of backups alone, failures are its errors, and no other question says more', () => {
    for (const topic of ['failures', 'failed-backups'] as const)
      expect(questionOf(topic, ['BACKUP_CLOSED'], 'backups')).toEqual({ by: 'severity', severity: 'error' })
    expect(questionOf('administration', ['BACKUP_CLOSED'], 'backups')).toMatchObject({ actions: [] })
    expect(topicsOf('backups')).toEqual(['failures'])
    expect(topicsOf('everything')).toEqual(topics)
  })

  test('all about backups is sifted', () => expect(questionOf('backup', [])).toEqual({ by: 'sifting' }))
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
