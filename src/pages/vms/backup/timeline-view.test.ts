import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { epochDay } from '~/domain/calendar'

import { rangeOf, readTimelineView, shifted, spans, viewOf, writeTimelineView, zoomed } from './timeline-view'

const now = new Date('2026-03-27T12:00:00Z')
const read = (text: string) => readTimelineView(new URLSearchParams(text))

test('what is not known in an address is the default', () => {
  expect(read('from=soon&span=9z&moment=2026-03-01T14:05')).toEqual({
    from: null,
    span: '2w',
    table: false,
    moment: null,
  })
})

test('a view is the same after it went through an address, and other parts stay', () => {
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 0, max: 40_000 })),
      fc.constantFrom(...spans.map(({ key }) => key)),
      fc.boolean(),
      fc.option(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })),
      (from, span, table, moment) => {
        const view = { from, span, table, moment }
        const params = writeTimelineView(new URLSearchParams('other=1'), view)
        expect(readTimelineView(params)).toEqual(view)
        expect(params.get('other')).toBe('1')
      },
    ),
  )
})

test('days begin at midnight of the zone, also when clocks are set between', () => {
  const range = rangeOf(read('from=2026-03-28&span=2d'), 'Europe/Madrid', now)
  expect([range.from.toISOString(), range.to.toISOString()]).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
  const following = rangeOf(read(''), 'UTC', now)
  expect([following.from.toISOString(), following.to.toISOString()]).toEqual([
    '2026-03-16T00:00:00.000Z',
    '2026-03-30T00:00:00.000Z',
  ])
})

test('zooming keeps the middle and ends at both ends, moving goes by half', () => {
  const week = read('from=2026-03-01&span=1w')
  expect(zoomed(week, 1)).toMatchObject({ span: '2w', from: epochDay(2026, 2, 25) })
  expect(zoomed(read('span=1d'), -1)).toMatchObject({ span: '1d' })
  expect(zoomed(read('span=1y'), 1)).toMatchObject({ span: '1y' })
  expect(zoomed(read(''), -1)).toMatchObject({ span: '1w', from: null })
  expect(shifted(week, 1, 'UTC', now)).toMatchObject({ from: epochDay(2026, 3, 4) })
  expect(shifted(read('span=1d'), -1, 'UTC', now)).toMatchObject({ from: epochDay(2026, 3, 26) })
})

test('a stretch of time is shown in whole days', () => {
  const view = viewOf(read(''), new Date('2026-03-02T22:00Z'), new Date('2026-03-03T22:30Z'), 'UTC')
  expect(view).toMatchObject({ span: '2d', from: epochDay(2026, 3, 2) })
})
