import { describe, expect, test } from 'vitest'

import { concernsBackup, eventQueryOf, readEventView, writeEventView } from './event-view'

describe('the address of the events', () => {
  test('holds the whole view, its instants in UTC', () => {
    const view = readEventView(
      new URLSearchParams('severity=error&action=VM_X&from=2026-11-01T10:00%2B02:00&to=2026-11-02T00:00Z&page=2'),
    )
    expect(view).toEqual({
      severity: 'error',
      action: 'VM_X',
      from: new Date('2026-11-01T08:00:00Z'),
      to: new Date('2026-11-02T00:00:00Z'),
      page: 2,
    })
    expect(readEventView(writeEventView(new URLSearchParams(), view))).toEqual(view)
  })

  test('takes nonsense for nothing', () => {
    const view = readEventView(new URLSearchParams('severity=loud&from=yesterday&to=2026-11-02T00:00&page=0'))
    expect(view).toEqual({ severity: null, action: null, from: null, to: null, page: 1 })
  })
})

describe('what the platform is asked for', () => {
  const none = readEventView(new URLSearchParams())

  test('is one window of the list', () => {
    expect(eventQueryOf({ ...none, page: 3, severity: 'error' })).toEqual({ offset: 100, limit: 50, severity: 'error' })
  })

  test('reaches deeper for the ready-made filter, which it does not know', () => {
    expect(eventQueryOf({ ...none, page: 3, action: 'backup' })).toEqual({ offset: 0, limit: 500 })
  })
})

test('events about backups are told by their action or their text', () => {
  expect(concernsBackup({ action: 'VIRTUAL_MACHINE_RESTORE_FINISH', text: null })).toBe(true)
  expect(concernsBackup({ action: 'VIRTUAL_MACHINE_SCHEDULE', text: 'Scheduled backup 12 finished' })).toBe(true)
  expect(concernsBackup({ action: 'VIRTUAL_MACHINE_POWER_ON', text: 'web-01' })).toBe(false)
})
