import { expect, test } from 'vitest'

import { eventPlaces } from '~/domain/event'
import { event } from '~/domain/samples'

import { eventTable } from './event-evidence'

test('a file of events names each place that one can filter by', () => {
  const places = Object.fromEntries(eventPlaces.map((place) => [place, `my ${place}`]))
  const { columns, rows } = eventTable([event({ places }), event({})], () => null)
  const cells = (row: number) => Object.fromEntries(columns.map(({ key }, place) => [key, rows[row]?.cells[place]]))
  expect(cells(0)).toMatchObject(places)
  expect(cells(1)).toMatchObject({ rack: null, subnet: null })
  expect(columns.map(({ head }) => head)).toEqual(
    expect.arrayContaining(['Rack', 'Physical machine', 'Storage system', 'Volume', 'Network']),
  )
})
