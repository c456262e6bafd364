import { describe, expect, test } from 'vitest'

import { event } from '~/domain/samples'

import { deeper, sifted } from './event-sift'
import {
  eventQueryOf,
  isFiltered,
  readEventView,
  rebase,
  trailFilters,
  vmFilters,
  withoutFilters,
  writeEventView,
} from './event-view'

const read = (search: string, filters = trailFilters) => readEventView(new URLSearchParams(search), filters)
const none = read('')
const at = (search: string) => new URLSearchParams(search)

describe('the address of the events', () => {
  test('keeps a change that was not drawn yet when the next one came', () => {
    const both = rebase(at('action=RESTRICT&page=1'), at('page=3&event=7'), at('datacenter=Barcelona&event=7'))
    expect(both.toString()).toBe('action=RESTRICT&datacenter=Barcelona')
    expect(rebase(at('q=a&to=b'), at('q=a'), at('q=c')).toString()).toBe('q=c&to=b')
  })

  test('holds the whole view, its instants in UTC', () => {
    const view = read(
      'severity=error&action=VM_X&from=2026-11-01T10:00%2B02:00&to=2026-11-02T00:00Z&page=2&rows=100&vm=ABQ_1&by=Ada+B&host=esx-01',
    )
    expect(view).toEqual({
      about: null,
      severity: 'error',
      action: 'VM_X',
      from: new Date('2026-11-01T08:00:00Z'),
      to: new Date('2026-11-02T00:00:00Z'),
      names: { vm: 'ABQ_1', performedBy: 'Ada B', physicalMachine: 'esx-01' },
      page: 2,
      size: 100,
    })
    expect(readEventView(writeEventView(new URLSearchParams(), view), trailFilters)).toEqual(view)
  })

  test('takes nonsense for nothing', () =>
    expect(
      read('severity=loud&about=weather&from=yesterday&to=2026-11-02T00:00&page=0&rows=7&tenant=&datacenter=%20'),
    ).toEqual(none))

  test('a ready-made question stands in place of an action', () =>
    expect(read('about=failures&action=VM_X&datacenter=London')).toMatchObject({
      about: 'failures',
      action: null,
      names: { datacenter: 'London' },
    }))

  test('what a page does not filter by is not taken, and not lost', () => {
    const params = new URLSearchParams('tenant=Acme&about=failures&event=7')
    expect(isFiltered(readEventView(params, vmFilters))).toBe(false)
    expect(writeEventView(params, { ...none, page: 2 }).get('event')).toBe('7')
  })

  test('without filters nothing is left out', () => {
    expect(isFiltered(none)).toBe(false)
    expect(isFiltered(read('text=disk'))).toBe(true)
    expect(withoutFilters(read('text=disk&severity=info&about=backup&page=3'))).toEqual(none)
  })
})

describe('what the platform is asked', () => {
  test('is one window of the list, by names as it writes them', () =>
    expect(eventQueryOf(read('page=3&severity=error&tenant=Acme&text=disk'))).toEqual({
      offset: 100,
      limit: 50,
      severity: 'error',
      tenant: 'Acme',
      text: 'disk',
    }))

  test('reaches deeper for what it does not know', () =>
    expect(deeper(eventQueryOf(read('page=3&tenant=Acme')))).toEqual({ offset: 0, limit: 500, tenant: 'Acme' }))
})

describe('sifting', () => {
  const rows = Array.from({ length: 60 }, (_, place) =>
    event({ id: String(place), action: place % 2 ? 'VIRTUAL_MACHINE_POWER_ON' : 'VIRTUAL_MACHINE_BACKUP_FINISH' }),
  )

  test('keeps what is about backups, page by page, and says how far it looked', () => {
    const shown = sifted({ rows, total: 90, unreadable: 0 }, read('about=backup&page=2&rows=25'))
    expect(shown.rows.map(({ id }) => id)).toEqual(['50', '52', '54', '56', '58'])
    expect(shown).toMatchObject({ total: 30, lookedThrough: { n: 60, total: 90 } })
  })

  test('says nothing of it when it saw all', () =>
    expect(sifted({ rows, total: 60, unreadable: 0 }, none).lookedThrough).toBeNull())
})
