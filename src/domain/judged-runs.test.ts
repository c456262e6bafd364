import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Backup } from './backup'
import { day, hour, minute } from './calendar'
import { type JudgedRuns, judgeRuns } from './judged-runs'
import type { Lane } from './lane'
import { backup } from './samples'
import { runsBetween, type Schedule } from './schedule'

const time = (hours: number, minutes: number, offset = 0) => ({ hour: hours, minute: minutes, second: 0, offset })
const nightly: Schedule = { every: 'daily', time: time(1, 0) }

const lane = (schedule: Schedule | null, change: Partial<Lane> = {}): Lane => ({
  key: 'gold nightly',
  policyId: 'gold',
  policyName: 'Gold',
  typeText: 'COMPLETE',
  schedule,
  gap: null,
  grace: 7_200_000,
  ...change,
})

const made = (at: string, change: Partial<Backup> = {}): Backup =>
  backup({ id: at, createdAt: new Date(at), ...change })

const range = (from: string, to: string, since: string | null = null) => ({
  from: new Date(from),
  to: new Date(to),
  since: since === null ? null : new Date(since),
})

const night = (date: string, clock: string, outcome: Backup['outcome']): Backup =>
  made(`2026-03-0${date}T${clock}Z`, { outcome })

const noon = new Date('2026-03-04T12:00Z')
const days = range('2026-03-01T00:00Z', '2026-03-05T00:00Z')
const said = ({ runs }: JudgedRuns): string[] => runs.map(({ judgement }) => judgement)

const outline = ({ runs }: JudgedRuns) => runs.map(({ judgement, backup: best, delay }) => [judgement, best?.id, delay])

const judgedAlone = (schedule: Schedule | null, backups: readonly Backup[], more = days, now = noon): JudgedRuns =>
  judgeRuns([lane(schedule)], backups, more, now)

const ofNight = (backups: readonly Backup[], now = noon): JudgedRuns => judgedAlone(nightly, backups, days, now)

const partly = (statusText: string) => made('2026-03-01T01:20Z', { outcome: 'unknown', statusText })

const knownFrom = (inForceFrom: string | null, found: readonly Backup[]): string[] => {
  const since = inForceFrom === null ? null : new Date(inForceFrom)
  return said(judgeRuns([lane(nightly)], found, { ...days, inForceFrom: since }, noon))
}

describe('a backup that says only where it lies', () => {
  const other = lane(nightly, { key: 'silver', policyId: 'silver' })
  const judged = (mayBeOf: readonly string[], typeText: string) =>
    judgeRuns([lane(nightly), other], [made('2026-03-01T01:20Z', { mayBeOf, typeText })], days, noon)

  test.each(['gold', 'silver'])('is of a policy whose backups go there, of any type: %s', (id) => {
    const found = judged([id], 'FULL').runs.filter(({ backup: best }) => best !== null)
    expect(found.map(({ lane: key }) => key)).toEqual([id === 'gold' ? 'gold nightly' : 'silver'])
  })

  test('is of none where none goes there', () => {
    expect(judged([], 'COMPLETE').unplanned).toHaveLength(1)
  })
})

describe('a nightly plan', () => {
  test('is on time, late, missed, failed, unclear, running, due and planned', () => {
    expect(
      said(ofNight([night('1', '01:20', 'good'), night('2', '04:30', 'good'), night('4', '01:00', 'failed')])),
    ).toEqual(['on-time', 'late', 'missed', 'failed'])
    const now = new Date('2026-03-03T02:30Z')
    expect(said(ofNight([night('1', '01:20', 'unknown'), night('2', '01:01', 'running')], now))).toEqual([
      'unclear',
      'running',
      'due',
      'planned',
    ])
    expect(said(ofNight([], new Date('2026-03-03T03:00Z')))[2]).toBe('due')
    expect(said(ofNight([], new Date('2026-03-03T03:00:00.001Z')))[2]).toBe('missed')
  })

  test('a word that speaks of a part is partial, never good', () => {
    expect(said(ofNight([partly('PARTIAL')]))[0]).toBe('partial')
    expect(said(ofNight([partly('DONE_WITH_WARNINGS')]))[0]).toBe('partial')
    expect(said(ofNight([partly('WHATEVER')]))[0]).toBe('unclear')
  })

  test('silence before the first backup of a lane says nothing, unless the plan is known to have been in force', () => {
    const third = [night('3', '01:00', 'good')]
    expect(knownFrom(null, third)).toEqual(['gone', 'gone', 'on-time', 'missed'])
    expect(knownFrom('2026-03-02T00:00Z', third)).toEqual(['gone', 'missed', 'on-time', 'missed'])
    expect(knownFrom(null, [])).toEqual(['gone', 'gone', 'gone', 'gone'])
  })

  test('tells how late, and which backup', () => {
    const [first] = ofNight([made('2026-03-01T04:30Z')]).runs
    expect(first).toMatchObject({ delay: 3.5 * hour, backup: { id: '2026-03-01T04:30Z' }, lane: 'gold nightly' })
    expect(ofNight([made('2026-03-01T00:58Z')]).runs[0]).toMatchObject({ delay: -2 * minute, judgement: 'on-time' })
  })

  test('a repeat that went well makes it good, and a second good one was not planned', () => {
    const again = [
      made('2026-03-01T01:00Z', { outcome: 'failed' }),
      made('2026-03-01T01:40Z'),
      made('2026-03-01T02:40Z'),
    ]
    const { runs, unplanned } = ofNight(again)
    expect(runs[0]).toMatchObject({ judgement: 'on-time', backup: { id: '2026-03-01T01:40Z' } })
    expect(unplanned.map(({ id }) => id)).toEqual(['2026-03-01T02:40Z'])
  })

  test('what was made by hand at noon is no run of it', () => {
    expect(ofNight([made('2026-03-01T13:30Z')]).unplanned).toHaveLength(1)
    const named = { policy: { id: 'gold', name: 'Gold' } }
    const byHand = ofNight([made('2026-03-01T01:10Z', { typeText: null }), made('2026-03-02T01:10Z', named)])
    expect(said(byHand).slice(0, 2)).toEqual(['missed', 'on-time'])
    expect(byHand.unplanned).toHaveLength(1)
  })

  test('a result of another policy or another type is no run of it', () => {
    const other = [
      made('2026-03-01T01:00Z', { policy: { id: 'silver', name: '' } }),
      made('2026-03-02T01:00Z', { typeText: 'SNAPSHOT' }),
    ]
    expect(ofNight(other).unplanned).toHaveLength(2)
  })

  test('a result without policy and type, or with the type in other letters, is taken for it', () => {
    expect(said(ofNight([made('2026-03-01T01:00Z', { typeText: null })]))[0]).toBe('on-time')
    expect(said(ofNight([made('2026-03-01T01:00Z', { typeText: 'Complete' })]))[0]).toBe('on-time')
  })

  test('a result without a date belongs to nothing, and may be any run that was not found', () => {
    const undated = backup({ createdAt: null })
    const found = [night('2', '01:00', 'good'), undated]
    expect(ofNight(found)).toMatchObject({ unplanned: [] })
    expect(said(ofNight(found))).toEqual(['gone', 'on-time', 'gone', 'gone'])
    const ofOther = [night('2', '01:00', 'good'), { ...undated, typeText: 'SNAPSHOT' }]
    expect(said(ofNight(ofOther))).toEqual(['missed', 'on-time', 'missed', 'missed'])
  })

  test.each([true, false])(
    'no run that was not found is called missed while results cannot be read: %s',
    (unreadable) => {
      const found = [night('1', '01:20', 'good'), night('4', '01:00', 'failed')]
      const { runs } = judgeRuns([lane(nightly)], found, { ...days, unreadable }, noon)
      const silent = unreadable ? 'gone' : 'missed'
      expect(runs.map(({ judgement }) => judgement)).toEqual(['on-time', silent, silent, 'failed'])
    },
  )

  test('nothing was missed before the plan was in force', () => {
    const since = range('2026-03-01T00:00Z', '2026-03-05T00:00Z', '2026-03-03T00:00Z')
    const { runs } = judgeRuns([lane(nightly)], [made('2026-03-01T01:00Z')], since, noon)
    expect(runs.map(({ run, judgement }) => [run.kind === 'instant' && run.at.getUTCDate(), judgement])).toEqual([
      [1, 'on-time'],
      [3, 'missed'],
      [4, 'missed'],
    ])
  })

  test('a run whose backup would have expired is not called missed', () => {
    const kept = made('2026-03-04T01:00Z', { expiresAt: new Date('2026-03-06T01:00Z') })
    expect(said(ofNight([kept]))).toEqual(['gone', 'gone', 'missed', 'on-time'])
  })

  test('keeps its offset across summer time', () => {
    const madrid = lane({ every: 'daily', time: time(2, 30, 60) })
    const backups = [made('2026-03-28T01:30Z'), made('2026-03-29T01:30Z'), made('2026-03-30T01:30Z')]
    const { runs } = judgeRuns(
      [madrid],
      backups,
      range('2026-03-28T00:00Z', '2026-03-31T00:00Z'),
      new Date('2026-04-01T00:00Z'),
    )
    expect(runs.map(({ judgement, delay }) => [judgement, delay])).toEqual([
      ['on-time', 0],
      ['on-time', 0],
      ['on-time', 0],
    ])
  })
})

describe('other plans', () => {
  test('every six hours: each backup starts the clock anew', () => {
    const backups = ['2026-03-01T02:13Z', '2026-03-01T08:14Z', '2026-03-01T20:20Z', '2026-03-02T04:40Z'].map((at) =>
      made(at),
    )
    const { runs } = judgedAlone(
      { every: 'hourly', hours: 6 },
      backups,
      range('2026-03-01T00:00Z', '2026-03-02T18:00Z'),
      new Date('2026-03-02T11:00Z'),
    )
    expect(runs.map(({ judgement }) => judgement)).toEqual([
      'on-time',
      'on-time',
      'missed',
      'on-time',
      'late',
      'due',
      'due',
      'planned',
    ])
  })

  test('every six hours without any backup: windows from the beginning', () => {
    expect(
      said(judgedAlone({ every: 'hourly', hours: 6 }, [], range('2026-03-04T00:00Z', '2026-03-04T18:00Z'))),
    ).toEqual(['missed', 'due', 'due'])
  })

  test('a repeat within a quarter of the hours is the same run', () => {
    const backups = [made('2026-03-04T02:00Z', { outcome: 'failed' }), made('2026-03-04T02:40Z')]
    const { runs, unplanned } = judgedAlone(
      { every: 'hourly', hours: 6 },
      backups,
      range('2026-03-04T00:00Z', '2026-03-04T04:00Z'),
    )
    expect(runs.map(({ judgement }) => judgement)).toEqual(['on-time', 'missed'])
    expect(unplanned).toEqual([])
  })

  test('every 24 hours, which a platform takes, is a plan like any other', () => {
    const { runs } = judgedAlone(
      { every: 'hourly', hours: 24 },
      [made('2026-03-04T02:00Z')],
      range('2026-03-04T00:00Z', '2026-03-05T03:00Z'),
    )
    expect(runs.map(({ judgement }) => judgement)).toContain('on-time')
  })

  test('hours that cannot be take no backup', () => {
    expect(judgedAlone({ every: 'hourly', hours: 0 }, [made('2026-03-01T02:00Z')])).toMatchObject({
      runs: [],
      unplanned: [{}],
    })
  })

  test('monthly: anywhere in its month, missed only when that is over', () => {
    const monthly: Schedule = { every: 'monthly', time: time(5, 0) }
    const quarter = range('2026-01-01T00:00Z', '2026-03-20T00:00Z')
    const { runs } = judgedAlone(monthly, [made('2026-01-17T05:10Z')], quarter)
    expect(runs.map(({ judgement, delay }) => [judgement, delay])).toEqual([
      ['on-time', null],
      ['missed', null],
      ['due', null],
    ])
  })

  test('a defined hour runs once', () => {
    const once: Schedule = { every: 'defined-hour', at: '2026-03-02T22:00:00+01:00' }
    expect(said(judgedAlone(once, [made('2026-03-02T21:05Z')]))).toEqual(['on-time'])
    expect(said(judgedAlone(once, [made('2026-03-02T10:00Z')]))).toEqual(['missed'])
  })

  test('nothing is expected of the backup system’s own times, or of a plan with a gap', () => {
    expect(judgedAlone({ every: 'system' }, [made('2026-03-02T10:00Z')])).toMatchObject({ runs: [], unplanned: [{}] })
    expect(judgedAlone(null, [])).toEqual({ runs: [], unplanned: [] })
  })
})

describe('two plans side by side', () => {
  const snapshots = lane({ every: 'hourly', hours: 4 }, { key: 'gold snapshots', typeText: 'SNAPSHOT' })
  const policy = { id: 'gold', name: 'Gold' }

  test('of one policy are told apart by the type', () => {
    const backups = [
      made('2026-03-01T01:00Z', { policy }),
      ...[2, 6, 10, 14, 18, 22].map((hours) =>
        made(`2026-03-01T${String(hours).padStart(2, '0')}:00Z`, { policy, typeText: 'SNAPSHOT' }),
      ),
    ]
    const { runs, unplanned } = judgeRuns(
      [lane(nightly), snapshots],
      backups,
      range('2026-03-01T00:00Z', '2026-03-01T22:00Z'),
      noon,
    )
    expect(runs.every(({ judgement }) => judgement === 'on-time')).toBe(true)
    expect(runs).toHaveLength(7)
    expect(unplanned).toEqual([])
  })

  test('of one type: what comes on time is the nightly one, all others are hourly', () => {
    const often = lane({ every: 'hourly', hours: 4 }, { key: 'gold often' })
    const backups = [
      made('2026-03-01T01:00Z'),
      made('2026-03-01T01:40Z'),
      made('2026-03-01T05:40Z'),
      made('2026-03-02T05:40Z'),
    ]
    const { runs } = judgeRuns([lane(nightly), often], backups, range('2026-03-02T00:00Z', '2026-03-02T05:00Z'), noon)
    expect(runs.filter((one) => one.lane === 'gold nightly').map(({ judgement }) => judgement)).toEqual(['missed'])
  })

  test('at the same time each takes one of two', () => {
    const silver = lane(nightly, { key: 'silver', policyId: 'silver' })
    const backups = [made('2026-03-01T01:00Z', { outcome: 'failed' }), made('2026-03-01T01:05Z')]
    const { runs } = judgeRuns([lane(nightly), silver], backups, range('2026-03-01T00:00Z', '2026-03-02T00:00Z'), noon)
    expect(runs.map(({ judgement }) => judgement)).toEqual(['failed', 'on-time'])
  })
})

describe('for any plan and any backups', () => {
  const start = Date.UTC(2026, 2, 2)
  const schedules = fc.oneof(
    fc.record({ every: fc.constant('daily' as const), time: fc.integer({ min: 0, max: 23 }).map((at) => time(at, 0)) }),
    fc.record({
      every: fc.constant('weekly-planned' as const),
      days: fc.subarray(['monday', 'wednesday', 'sunday'] as const, { minLength: 1 }),
      time: fc.integer({ min: 0, max: 23 }).map((at) => time(at, 30, 120)),
    }),
    fc.record({ every: fc.constant('monthly' as const), time: fc.constant(time(5, 0)) }),
    fc.record({ every: fc.constant('hourly' as const), hours: fc.integer({ min: 1, max: 23 }) }),
  )
  const someLanes = fc
    .array(schedules, { minLength: 1, maxLength: 3 })
    .map((all) =>
      all.map((schedule, place) => lane(schedule, { key: `lane ${place}`, policyId: `policy ${place % 2}` })),
    )
  const someBackups = fc
    .array(
      fc.record({
        at: fc.integer({ min: -20 * 24 * 60, max: 30 * 24 * 60 }),
        outcome: fc.constantFrom('good', 'failed', 'running', 'unknown'),
        policy: fc.constantFrom(null, { id: 'policy 0', name: '' }, { id: 'policy 1', name: '' }),
      }),
      { maxLength: 80 },
    )
    .map((all) =>
      all.map(({ at, outcome, policy }, place) =>
        backup({ id: String(place), createdAt: new Date(start + at * minute), outcome, policy }),
      ),
    )
  const span = (from: number, to: number) => ({
    from: new Date(start + from * day),
    to: new Date(start + to * day),
    since: null,
  })
  const now = new Date(start + 10 * day)

  test('every run that was to be appears exactly once', () => {
    fc.assert(
      fc.property(someLanes, someBackups, (lanes, backups) => {
        const { runs } = judgeRuns(lanes, backups, span(0, 14), now)
        for (const one of lanes) {
          if (!one.schedule || one.schedule.every === 'hourly' || one.schedule.every === 'monthly') continue
          const mine = runs.filter(({ lane: key }) => key === one.key).map(({ run }) => run)
          expect(mine).toEqual(runsBetween(one.schedule, new Date(start), new Date(start + 14 * day)))
        }
        expect(new Set(runs.map(({ lane: key, run }) => `${key} ${JSON.stringify(run)}`)).size).toBe(runs.length)
      }),
    )
  })

  test('no backup belongs to two runs, or to a run and to none', () => {
    fc.assert(
      fc.property(someLanes, someBackups, (lanes, backups) => {
        const { runs, unplanned } = judgeRuns(lanes, backups, span(0, 14), now)
        const shown = [...runs.flatMap((one) => one.backup ?? []), ...unplanned].map(({ id }) => id)
        expect(new Set(shown).size).toBe(shown.length)
      }),
    )
  })

  test('moved by weeks, everything moves along', () => {
    fc.assert(
      fc.property(someLanes, someBackups, fc.integer({ min: -60, max: 60 }), (lanes, backups, weeks) => {
        const moving = lanes.filter(({ schedule }) => schedule?.every !== 'monthly')
        const by = weeks * 7 * day
        const moved = backups.map((one) => ({
          ...one,
          createdAt: one.createdAt && new Date(one.createdAt.getTime() + by),
        }))
        const later = { from: new Date(start + by), to: new Date(start + 14 * day + by), since: null }
        const [one, other] = [
          judgeRuns(moving, backups, span(0, 14), now),
          judgeRuns(moving, moved, later, new Date(now.getTime() + by)),
        ]
        expect(outline(other)).toEqual(outline(one))
        expect(other.unplanned.map(({ id }) => id)).toEqual(one.unplanned.map(({ id }) => id))
      }),
    )
  })

  test('a longer range says the same of what lies in a shorter one', () => {
    fc.assert(
      fc.property(someLanes, someBackups, (lanes, backups) => {
        // Without any backup an hourly clock starts with the range.
        const known = lanes.filter(({ schedule }) => schedule?.every !== 'hourly' || lanes.length === 1)
        fc.pre(
          backups.length > 0 &&
            known.every(
              ({ schedule, policyId }) =>
                schedule?.every !== 'hourly' || backups.some(({ policy }) => policy?.id === policyId),
            ),
        )
        const short = judgeRuns(known, backups, span(2, 9), now)
        const long = judgeRuns(known, backups, span(0, 14), now)
        const within = long.runs.filter(({ run }) =>
          run.kind === 'instant'
            ? run.at >= span(2, 9).from && run.at < span(2, 9).to
            : run.to > span(2, 9).from && run.from < span(2, 9).to,
        )
        expect(short.runs).toEqual(within)
      }),
    )
  })
})
