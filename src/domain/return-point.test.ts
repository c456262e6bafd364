import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Backup } from './backup'
import { hour } from './calendar'
import { returnPoints } from './return-point'
import { backup } from './samples'

const moment = new Date('2026-03-01T13:00:00Z')
const now = new Date('2026-03-02T08:00:00Z')

const made = (id: string, at: string | null, change: Partial<Backup> = {}): Backup =>
  backup({ id, createdAt: at === null ? null : new Date(at), ...change })

const ids = (points: readonly { readonly backup: Backup }[]): string[] => points.map((point) => point.backup.id)

describe('the way back to a moment', () => {
  test('is the nearest good backup before, then the nearest after, then the others by distance', () => {
    const { ranked } = returnPoints(
      [
        made('long before', '2026-02-20T01:00Z'),
        made('after', '2026-03-01T20:00Z'),
        made('before', '2026-03-01T01:00Z'),
        made('day before', '2026-02-28T01:00Z'),
        made('day after', '2026-03-02T01:00Z'),
      ],
      moment,
      now,
    )
    expect(ids(ranked)).toEqual(['before', 'after', 'day after', 'day before', 'long before'])
    expect(ranked[0]).toMatchObject({ side: 'before', distance: 12 * hour })
    expect(ranked[1]).toMatchObject({ side: 'after', distance: 7 * hour })
  })

  test('a backup of the very moment loses nothing', () => {
    expect(returnPoints([made('then', moment.toISOString())], moment, now).ranked[0]).toMatchObject({
      side: 'before',
      distance: 0,
    })
  })

  test('nearer ones that cannot be used are told, those further away are not', () => {
    const { ranked, passedOver } = returnPoints(
      [
        made('failed', '2026-03-01T12:00Z', { outcome: 'failed' }),
        made('expired', '2026-03-01T11:00Z', { expiresAt: now }),
        made('good', '2026-03-01T10:00Z', { expiresAt: new Date(now.getTime() + 1) }),
        made('unclear', '2026-02-28T10:00Z', { outcome: 'unknown' }),
        made('no date', null),
      ],
      moment,
      now,
    )
    expect(ids(ranked)).toEqual(['good'])
    expect(ids(passedOver)).toEqual(['failed', 'expired'])
  })

  test('holds for any backups', () => {
    const any = fc.record({
      createdAt: fc.option(fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-01'), noInvalidDate: true })),
      expiresAt: fc.option(fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-01'), noInvalidDate: true })),
      outcome: fc.constantFrom('good', 'running', 'failed', 'unknown'),
    })
    fc.assert(
      fc.property(fc.array(any), (changes) => {
        const all = changes.map((change, place) => backup({ id: String(place), ...change }))
        const { ranked, passedOver } = returnPoints(all, moment, now)
        const good = all.filter(
          (one) => one.createdAt && one.outcome === 'good' && !(one.expiresAt && one.expiresAt <= now),
        )
        expect(ids(ranked).toSorted()).toEqual(ids(good.map((one) => ({ backup: one }))).toSorted())
        // Nothing that could be used before the moment loses less than the first of before.
        const before = ranked.filter(({ side }) => side === 'before')
        for (const point of before) expect(point.distance).toBeGreaterThanOrEqual(before[0]?.distance ?? 0)
        expect(before.length === 0 || ranked[0] === before[0]).toBe(true)
        for (const { usable } of passedOver) expect(usable).toBe(false)
        const rest = ranked.slice(2).map(({ distance }) => distance)
        expect(rest).toEqual(rest.toSorted((a, b) => a - b))
      }),
    )
  })
})
