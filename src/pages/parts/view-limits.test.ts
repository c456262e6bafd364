import { expect, test } from 'vitest'

import { eventQueryOf, readEventView, trailFilters, writeEventView } from './events/event-view'
import { readView, writeView } from './fleet/fleet-view'

const long = 'ü😀'.repeat(50_000)

/** Servers and gateways refuse addresses from 8 KB on. */
const longestAddress = 8_192

test('19 413 and 414: an address as long as one likes is read as a view of a sane length, and again the same', () => {
  const search = new URLSearchParams({ q: long })
  for (const value of Array.from({ length: 5_000 }, (_, n) => `${n}`)) search.append('datacenter', value)
  const view = readView(search)
  expect(view.text.length).toBeLessThanOrEqual(200)
  expect(() => encodeURIComponent(view.text)).not.toThrow()
  expect(writeView(view).toString().length).toBeLessThan(longestAddress)
  expect(readView(writeView(view))).toEqual(view)
})

test('19 the platform is never asked with more than an address bears', () => {
  const view = readEventView(new URLSearchParams({ text: long, vm: long, by: long, action: long }), trailFilters)
  const asked = new URLSearchParams(Object.entries(eventQueryOf(view)).map(([key, value]) => [key, String(value)]))
  expect(asked.toString().length).toBeLessThan(longestAddress)
  expect(readEventView(writeEventView(new URLSearchParams(), view), trailFilters)).toEqual(view)
})
