import { expect, test } from 'vitest'

import { tenantRows } from './list-rows'
import { type ListView, readListView, shownTenants, writeListView } from './list-view'

const tenants = ['Zeta', 'Acme', 'Costa'].map((name) => ({ id: name, name }))
const allowances = [
  { id: '1', tenant: { id: 'Zeta', name: 'Zeta' }, datacenter: { id: '1', name: 'London' }, policyIds: ['a', 'b'] },
  { id: '2', tenant: { id: 'Acme', name: 'Acme' }, datacenter: { id: '1', name: 'London' }, policyIds: ['a'] },
]
const names = (view: Partial<ListView>): string =>
  shownTenants(tenantRows(tenants, allowances, null), { ...readListView(new URLSearchParams()), ...view })
    .map(({ tenant }) => tenant.name)
    .join()

test('tenants by text and in an order, in the address and back', () => {
  const view: ListView = { text: 'lon', sort: { key: 'policies', direction: 'desc' } }
  expect(readListView(writeListView(view))).toEqual(view)
  expect(names({})).toBe('Acme,Costa,Zeta')
  expect(names({ text: 'lond' })).toBe('Acme,Zeta')
  expect(names({ sort: { key: 'policies', direction: 'desc' } })).toBe('Zeta,Acme,Costa')
  // What is not known comes last, whichever way.
  expect(names({ sort: { key: 'vms', direction: 'desc' } })).toBe('Acme,Costa,Zeta')
})

test('what is not known is no number', () => {
  const [unseen] = tenantRows(tenants, null, null)
  expect(unseen).toMatchObject({ datacenters: null, policies: null, vms: null, protectedVms: null })
  expect(tenantRows(tenants, allowances, [])[2]).toMatchObject({ policies: 0, vms: 0, protectedVms: 0 })
})
