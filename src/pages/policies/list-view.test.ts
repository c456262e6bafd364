import { describe, expect, test } from 'vitest'

import { configuration, offered, vm } from '~/domain/samples'

import { prepareRows } from './list-rows'
import { readView, rowsIn, writeView } from './list-view'

const policy = (id: string, name: string, code: string) => ({
  ...offered(name, configuration({ every: 'daily', time: { by: 'vm' } })),
  id,
  code,
})

const acme = { id: 'acme', name: 'Acme' }
const rows = prepareRows([policy('b', 'Bronze', 'C-10'), policy('a', 'Ägir', 'C-9'), policy('g', 'Gold', 'C-1')], {
  system: null,
  usage: { complete: true, of: (id) => (id === 'g' ? { vms: [vm()], tenants: [acme] } : { vms: [], tenants: [] }) },
  allowances: [{ id: '1', tenant: acme, datacenter: { id: 'dc', name: 'Barcelona' }, policyIds: ['g', 'b'] }],
})

const shown = (search: string) => rowsIn(rows, readView(new URLSearchParams(search))).map(({ id }) => id)

describe('the policies in view', () => {
  test('are found by name, code and what they do', () => {
    expect(shown('q=gold')).toEqual(['g'])
    expect(shown('q=c-10')).toEqual(['b'])
    expect(shown('q=every+day+bron')).toEqual(['b'])
    expect(shown('q=monthly')).toEqual([])
  })

  test('are sorted as people read names and numbers', () => {
    expect(shown('')).toEqual(['a', 'b', 'g'])
    expect(shown('sort=code')).toEqual(['g', 'a', 'b'])
    expect(shown('sort=vms&direction=desc')).toEqual(['g', 'a', 'b'])
    expect(shown('sort=tenants&direction=desc')).toEqual(['g', 'b', 'a'])
  })

  test('can be those of no VM, and those of no tenant', () => {
    expect(shown('show=unused')).toEqual(['a', 'b'])
    expect(shown('show=closed')).toEqual(['a'])
    expect(shown('show=unfit')).toEqual([])
  })
})

test('an address keeps what is not about the list, and says nothing that goes without saying', () => {
  const search = new URLSearchParams('other=1&q=gold&sort=vms&direction=desc&show=unused')
  expect(writeView(search, readView(search)).toString()).toBe(search.toString())
  expect(writeView(search, readView(new URLSearchParams())).toString()).toBe('other=1')
  expect(readView(new URLSearchParams('sort=colour&show=none'))).toEqual(readView(new URLSearchParams()))
})
