import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readCalendar, writeCalendar } from './calendar/view'
import * as datacenters from './infrastructure/list-view'
import { readEventView, trailFilters, writeEventView } from './parts/events/event-view'
import * as fleet from './parts/fleet/fleet-view'
import * as policies from './policies/list-view'
import * as tenants from './tenants/list-view'
import { readMatrixView, writeMatrixView } from './tenants/matrix-view'
import { readResultView, writeResultView } from './vms/backup/result-view'
import { readTimelineView, writeTimelineView } from './vms/backup/timeline-view'

/** Each view: what an address says, and the address that it is written to. */
const views: Readonly<Record<string, (search: URLSearchParams) => readonly [view: unknown, again: URLSearchParams]>> = {
  calendar: (search) => [readCalendar(search), writeCalendar(readCalendar(search))],
  datacenters: (search) => [
    datacenters.readListView(search),
    datacenters.writeListView(datacenters.readListView(search)),
  ],
  events: (search) => {
    const view = readEventView(search, trailFilters)
    return [view, writeEventView(search, view)]
  },
  VMs: (search) => [fleet.readView(search), fleet.writeView(fleet.readView(search))],
  policies: (search) => [policies.readView(search), policies.writeView(search, policies.readView(search))],
  tenants: (search) => [tenants.readListView(search), tenants.writeListView(tenants.readListView(search))],
  allowances: (search) => [readMatrixView(search), writeMatrixView(readMatrixView(search))],
  results: (search) => [readResultView(search), writeResultView(search, readResultView(search))],
  timeline: (search) => [readTimelineView(search), writeTimelineView(search, readTimelineView(search))],
}

const keys =
  'q sort order direction show view as from to until span moment page rows status type restorable days limit trouble about severity action vm by one tenant policy changed differing protection run cause state datacenter appliance __proto__'.split(
    ' ',
  )
const known = ['2026-03-02', '0000-01-01', '9999-12-31', '2026-02-30', '2026-03-29T02:30:00+01:00', '1e3', '-1', '1w']
const words = [
  'name',
  'desc',
  'up',
  'yes',
  'table',
  'week',
  'failed',
  'error',
  'backup',
  'tenant',
  '007',
  '',
  ' ',
  '%',
  '&',
]
const text = fc.oneof(fc.constantFrom(...known, ...words), fc.string(), fc.string({ unit: 'binary' }))
const addresses = fc.oneof(
  fc.array(fc.tuple(fc.constantFrom(...keys), text), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs)),
  fc.string().map((any) => new URLSearchParams(any)),
)

test.each(Object.entries(views))('any address of %s is read, and written again it shows the same', (_, through) => {
  fc.assert(
    fc.property(addresses, (search) => {
      const [view, again] = through(new URLSearchParams(search.toString()))
      expect(JSON.stringify(view)).not.toMatch(/NaN|Invalid Date/)
      // As a link carries it.
      const [second, third] = through(new URLSearchParams(again.toString()))
      expect(second).toEqual(view)
      expect(third.toString()).toBe(again.toString())
    }),
    { numRuns: 150 },
  )
})
