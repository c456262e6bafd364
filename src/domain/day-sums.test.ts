import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addedUp, columnsOf, type DayMember, daySums, type SumGround, sumsOf } from './day-sums'
import { daysUpTo, needsCare } from './fleet-day'
import { vmDays } from './fleet-days'
import type { Lane } from './lane'
import { localDayOf } from './local-day'

const zone = 'Europe/Madrid'
const now = new Date('2026-03-30T08:00:00Z')
const days = daysUpTo(zone, localDayOf(zone, now), 7)

const lane = (hour: number): Lane => ({
  key: `at ${hour}`,
  policyId: 'nightly',
  policyName: 'Nightly',
  typeText: 'COMPLETE',
  schedule: { every: 'daily', time: { hour, minute: 30, second: 0, offset: 60 } },
  gap: null,
  grace: 7_200_000,
})

const often: Lane = { ...lane(0), key: 'often', schedule: { every: 'hourly', hours: 6 } }

/** Some plans are one object for many VMs, as in a fleet; others are their own. */
const shared = [lane(2), lane(14)]
const lanes = fc.oneof(
  fc.constant(null),
  fc.subarray(shared),
  fc.constant([often]),
  fc.integer({ min: 0, max: 23 }).map((hour) => [lane(hour)]),
)
const moment = fc.date({ min: new Date('2026-03-20T00:00:00Z'), max: now, noInvalidDate: true })
const end = fc.record({
  id: fc.uuid(),
  outcome: fc.constantFrom('good', 'failed', 'unknown'),
  at: moment,
  text: fc.constant(null),
  requested: fc.boolean(),
})
const member: fc.Arbitrary<DayMember> = fc.record({
  lanes,
  deployed: fc.boolean(),
  outcomes: fc.array(end, { maxLength: 12 }),
  running: fc.option(fc.record({ since: moment, requested: fc.boolean() })),
  plannedAt: fc.option(moment),
})

test('sums of a fleet in columns, part by part and after the way to another thread, are those of its VMs', () => {
  fc.assert(
    fc.property(
      fc.array(member, { maxLength: 12 }),
      fc.nat({ max: 12 }),
      fc.option(moment),
      (members, cut, wholeSince) => {
        const ground: SumGround = { days, wholeSince, asOf: now, now }
        const judged = members.map((one) => vmDays(days, one, { ...one, wholeSince, asOf: now }, now))
        const parts = [members.slice(0, cut), members.slice(cut)].map((part) =>
          daySums(structuredClone(columnsOf(part)), structuredClone(ground)),
        )
        const nothing = days.map(() => ({ failed: 0, missed: 0 }))
        expect(parts.map((part) => part.days).reduce(addedUp, nothing)).toEqual(
          judged.map(sumsOf).reduce(addedUp, nothing),
        )
        expect(parts.flatMap(({ trouble }, place) => trouble.map((one) => one + place * cut))).toEqual(
          judged.flatMap((one, place) => (one.some(needsCare) ? [place] : [])),
        )
      },
    ),
    { numRuns: 60 },
  )
})
