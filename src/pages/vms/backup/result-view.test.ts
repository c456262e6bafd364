import { describe, expect, test } from 'vitest'

import type { Backup } from '~/domain/backup'
import { backup as sampleBackup } from '~/domain/samples'

import { expiryOf, filterBackups, readResultView, sortBackups, writeResultView } from './result-view'

const backup = (id: string, more: Partial<Backup> = {}): Backup =>
  sampleBackup({ id, name: `nightly-${id}`, sizeMb: 100, createdAt: new Date(`2026-11-0${id}T02:30:00Z`), ...more })

const ids = (backups: readonly Backup[]): string[] => backups.map((one) => one.id)

describe('the address of the results', () => {
  test('holds the whole view and nothing of it when it is the default', () => {
    const view = readResultView(new URLSearchParams('q=web&status=failed&restorable=yes&sort=size&order=up'))
    expect(view).toMatchObject({
      text: 'web',
      outcome: 'failed',
      restorable: true,
      by: 'size',
      descending: false,
    })
    expect(readResultView(writeResultView(new URLSearchParams(), view))).toEqual(view)
    expect(writeResultView(new URLSearchParams('restore=7'), readResultView(new URLSearchParams())).toString()).toBe(
      'restore=7',
    )
  })

  test('takes nonsense for the default', () => {
    expect(readResultView(new URLSearchParams('status=great&sort=colour'))).toEqual(
      readResultView(new URLSearchParams()),
    )
  })
})

describe('rows', () => {
  const rows = [
    backup('1'),
    backup('2', { outcome: 'failed', statusText: 'Failed', sizeMb: null }),
    backup('3', { sizeMb: 50 }),
  ]
  const all = readResultView(new URLSearchParams())

  test('are filtered by status, type, text, and by what can be restored', () => {
    expect(ids(filterBackups(rows, { ...all, outcome: 'failed' }, () => true))).toEqual(['2'])
    expect(ids(filterBackups(rows, { ...all, text: 'NIGHTLY-3' }, () => true))).toEqual(['3'])
    expect(ids(filterBackups(rows, { ...all, restorable: true }, (one) => one.outcome === 'good'))).toEqual(['1', '3'])
    expect(ids(filterBackups(rows, { ...all, type: 'SNAPSHOT' }, () => true))).toEqual([])
  })

  test('are newest first, and rows without a value come last both ways', () => {
    expect(ids(sortBackups(rows, all))).toEqual(['3', '2', '1'])
    expect(ids(sortBackups(rows, { ...all, by: 'size' }))).toEqual(['1', '3', '2'])
    expect(ids(sortBackups(rows, { ...all, by: 'size', descending: false }))).toEqual(['3', '1', '2'])
  })

  test('say how much time is left', () => {
    const now = new Date('2026-11-10T00:00:00Z')
    expect(expiryOf(backup('1'), now)).toBe('none')
    expect(expiryOf(backup('1', { expiresAt: now }), now)).toBe('expired')
    expect(expiryOf(backup('1', { expiresAt: new Date('2026-11-10T23:59:00Z') }), now)).toBe('soon')
    expect(expiryOf(backup('1', { expiresAt: new Date('2026-11-11T00:00:00Z') }), now)).toBe('later')
  })
})
