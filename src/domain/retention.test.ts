import { expect, test } from 'vitest'

import { keptFor } from './retention'
import { backup } from './samples'

const day = 24 * 60 * 60_000
const made = (name: string | null, typeText: string | null, at: string, days: number | null) => {
  const createdAt = new Date(at)
  return backup({
    typeText,
    createdAt,
    expiresAt: days === null ? null : new Date(createdAt.getTime() + days * day),
    policy: name === null ? null : { id: name, name },
  })
}

test('the newest backup of each policy and type tells how long its kind is kept', () =>
  expect(
    keptFor([
      made('Gold', 'SNAPSHOT', '2026-03-02T04:00:00Z', 3),
      made('Gold', 'COMPLETE', '2026-03-02T01:00:00Z', 31),
      made(null, 'COMPLETE', '2026-03-01T02:00:00Z', 30),
      // Of the time before someone changed how long.
      made('Gold', 'COMPLETE', '2026-03-01T01:00:00Z', 7),
    ]),
  ).toEqual([
    { policy: 'Gold', type: 'SNAPSHOT', kept: 3 * day },
    { policy: 'Gold', type: 'COMPLETE', kept: 31 * day },
    { policy: null, type: 'COMPLETE', kept: 30 * day },
  ]))

test('a failed backup, and one without an end, tell nothing', () => {
  const failed = { ...made('Gold', 'COMPLETE', '2026-03-02T01:00:00Z', 1), outcome: 'failed' as const }
  expect(keptFor([failed, made('Gold', 'COMPLETE', '2026-03-01T01:00:00Z', null)])).toEqual([])
})
