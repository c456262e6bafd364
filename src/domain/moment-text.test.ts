import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseIsoDateTime } from './iso'
import { isoOfMoment, readMomentText } from './moment-text'

test.each([
  ['2026-03-01 14:05 CET', '2026-03-01T14:05:00+01:00'],
  ['2026-07-01 14:05:30 CEST', '2026-07-01T14:05:30+02:00'],
  ['2026-03-01 14:05 UTC', '2026-03-01T14:05:00+00:00'],
  ['2026-03-01 14:05 UTC+01:00', '2026-03-01T14:05:00+01:00'],
  ['2026-03-01 14:05:00 +0530', '2026-03-01T14:05:00+05:30'],
  [' 2026-03-01T14:05Z ', '2026-03-01T14:05:00+00:00'],
  ['2026-03-01 14:05 (EET)', '2026-03-01T14:05:00+02:00'],
])('%s is understood', (text, iso) => {
  expect(readMomentText(text)).toBe(iso)
})

test.each([
  ['2026-03-01 14:05', 'no zone'],
  ['2026-07-01 14:05 CET', 'clocks there show CEST on that day'],
  ['2026-03-01 14:05 IST', 'India, Israel or Ireland'],
  ['2026-03-01 14:05 CST', 'America or China'],
  ['2026-03-01 14:05 CET+01:00', 'two zones'],
  ['01/03/2026 14:05 UTC', 'January or March'],
  ['2026-02-30 14:05 UTC', 'no such day'],
  ['2026-03-01 14:05 -00:00', 'ISO 8601 forbids it'],
  ['yesterday', 'words'],
])('%s is not guessed (%s)', (text) => {
  expect(readMomentText(text)).toBeNull()
})

test.each([
  ['2026-03-01 14:05', '2026-03-01T14:05'],
  ['2026-03-01  14:05:30', '2026-03-01T14:05:30'],
  ['2026-03-01 14:05 CET', '2026-03-01T14:05:00+01:00'],
  ['2026-03-01 later', '2026-03-01 later'],
])('of %s a field reads %s, so that it can ask for a zone that is missing', (text, iso) => {
  expect(isoOfMoment(text)).toBe(iso)
})

/** Dates, times and zones of all sorts, so that some are understood. */
const likeOne = fc
  .tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.constantFrom(' ', 'T'),
    fc.constantFrom('', ' CET', ' CEST', ' UTC', 'Z', ' UTC+01:00', ' -0300', ' PST'),
  )
  .map(([at, gap, zone]) => `${at.toISOString().slice(0, 10)}${gap}${at.toISOString().slice(11, 16)}${zone}`)

test('what is understood is ISO 8601 with an offset, whatever was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), likeOne), (text) => {
      const iso = readMomentText(text)
      const parsed = iso === null ? null : parseIsoDateTime(iso)
      expect(parsed === null || (parsed.ok && parsed.value.instant !== null)).toBe(true)
    }),
  )
})
