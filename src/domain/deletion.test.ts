import { describe, expect, test } from 'vitest'

import type { Backup } from './backup'
import { deletedWith, deletionOf } from './deletion'
import { backup, now } from './samples'

const of = (day: number, change: Partial<Backup> = {}): Backup =>
  backup({ id: `${day}`, name: `day ${day}`, createdAt: new Date(Date.UTC(2026, 2, day)), ...change })
const ids = (backups: readonly Backup[]): readonly string[] => backups.map(({ id }) => id)
const chain = { id: '7', name: 'web', length: 2 }

describe('the deletion of backups', () => {
  test('leaves the others to go back to, and says whether the newest or the last goes', () => {
    const rows = [of(3), of(2), of(1)]
    expect(deletionOf([of(1)], rows, now)).toMatchObject({ count: 1, loses: null })
    expect(ids(deletionOf([of(3)], rows, now).left)).toEqual(['2', '1'])
    expect(deletionOf([of(3)], rows, now).loses).toBe('newest')
    expect(deletionOf(rows, rows, now)).toMatchObject({ count: 3, left: [], loses: 'last' })
  })

  test('goes by what a VM can go back to, not by what is listed', () => {
    const failed = of(3, { outcome: 'failed' })
    const expired = of(2, { expiresAt: new Date('2026-03-02T00:00Z') })
    const leaving = of(4, { leaving: true })
    expect(deletionOf([of(1)], [leaving, failed, expired, of(1)], now).loses).toBe('last')
    expect(deletionOf([failed], [failed, of(1)], now)).toMatchObject({ loses: null, count: 1 })
    expect(deletionOf([failed], [failed], now).loses).toBeNull()
  })

  test('is sent oldest first, so that the newer ones stay where it breaks off', () => {
    expect(deletionOf([of(3), of(1), of(2)], [], now).lines.map(({ id }) => id)).toEqual(['1', '2', '3'])
  })

  test('of one of a chain takes the chain, by one request', () => {
    const rows = [of(4), of(3, { chain }), of(2, { chain }), of(1, { chain: { ...chain, id: '6' } })]
    const [, newer] = rows
    expect(newer && ids(deletedWith(newer, rows))).toEqual(['2', '3'])
    const deletion = deletionOf(rows.slice(1, 3), rows, now)
    expect(deletion.lines).toMatchObject([{ id: '2', name: 'web', backups: [{ id: '2' }, { id: '3' }] }])
    expect(deletion).toMatchObject({ count: 2, loses: null })
    expect(ids(deletion.left)).toEqual(['4', '1'])
  })
})
