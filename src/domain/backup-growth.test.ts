import { expect, test } from 'vitest'

import type { Backup } from './backup'
import { sizeLines } from './backup-growth'
import { backup as sampleBackup } from './samples'

const backup = (id: string, more: Partial<Backup>): Backup =>
  sampleBackup({ id, sizeMb: 100, createdAt: new Date(`2026-11-0${id}T02:30:00Z`), ...more })

test('sizes are told by type, oldest first, and only of good backups that have one', () => {
  const lines = sizeLines([
    backup('5', { sizeMb: 130 }),
    backup('4', { sizeMb: 7, typeText: 'SNAPSHOT' }),
    backup('3', { outcome: 'failed' }),
    backup('2', { sizeMb: 0 }),
    backup('1', { sizeMb: 120 }),
    backup('6', { createdAt: null }),
  ])
  expect(lines.map(({ type, points }) => [type, points.map(({ id, sizeMb }) => [id, sizeMb])])).toEqual([
    [
      'COMPLETE',
      [
        ['1', 120],
        ['5', 130],
      ],
    ],
    ['SNAPSHOT', [['4', 7]]],
  ])
})
