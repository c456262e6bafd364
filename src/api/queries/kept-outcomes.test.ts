import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { FoundOutcome, FoundOutcomes, Span } from '../port-trail'
import { joined, missingOf, renewed, within } from './kept-outcomes'

const minute = 60_000
const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 1) + minutes * minute)

/** What a platform that holds these lines answers about a span. */
const answer = (lines: readonly FoundOutcome[], { from, to }: Span): FoundOutcomes => ({
  outcomes: lines
    .filter((line) => line.at >= from && line.at <= to)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime()),
  replanned: [],
  since: from,
  wholeSince: from,
  complete: true,
  rest: null,
})

const moments = fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 })
const span = fc
  .tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }))
  .map(([one, other]): Span => ({ from: at(Math.min(one, other)), to: at(Math.max(one, other)) }))

test('what was kept, with what is new and what lies before it, is what one reading of the whole span tells', () => {
  fc.assert(
    fc.property(moments, span, span, (minutes, first, wanted) => {
      const lines = minutes.map((one): FoundOutcome => ({
        id: String(one),
        vmId: 'vm',
        outcome: 'good',
        at: at(one),
        text: null,
      }))
      const kept = { span: first, found: answer(lines, first) }
      const missing = missingOf(kept, wanted)
      expect(missing !== null || wanted.to < first.from || wanted.from > first.to).toBe(true)
      if (!missing) return
      const { newer, older } = missing
      const recent = newer ? renewed(kept, answer(lines, newer), newer) : kept.found
      const found = older ? joined(recent, answer(lines, older)) : recent
      expect(within(found, wanted).outcomes.map(({ id }) => id)).toEqual(
        answer(lines, wanted).outcomes.map(({ id }) => id),
      )
      expect(within(found, wanted)).toMatchObject({ complete: true, wholeSince: wanted.from })
      // Nothing new: the very same list, so that nothing is worked out again.
      const isSame = newer !== null && !older && recent.outcomes.length === kept.found.outcomes.length
      expect(!isSame || recent.outcomes === kept.found.outcomes).toBe(true)
    }),
  )
})
