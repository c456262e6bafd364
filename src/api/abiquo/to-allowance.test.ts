import { describe, expect, test } from 'vitest'

import { addresses } from './links'
import { changedLinks, toAllowance, toTenant } from './to-allowance'
import { enterprise, limit } from './wire-admin'

const base = 'https://cloud.example/api'
const places = addresses(base)

const policy = (id: number, side = 'admin/datacenters') => ({
  rel: 'backuppolicy',
  title: `Policy ${id}`,
  href: `${base}/${side}/2/backuppolicies/${id}`,
})
const edit = { rel: 'edit', href: `${base}/admin/enterprises/5/limits/39` }
const hostile = { rel: 'backuppolicy', href: 'https://evil.example/api/admin/datacenters/2/backuppolicies/15' }
const links = [
  { rel: 'enterprise', title: 'Acme', href: `${base}/admin/enterprises/5` },
  edit,
  { rel: 'location', title: 'Oslo', href: `${base}/admin/datacenters/2` },
  { rel: 'tier', href: `${base}/admin/datacenters/2/storage/tiers/1` },
  policy(14),
  hostile,
  policy(16, 'cloud/locations'),
]
const read = (own: readonly unknown[]) => toAllowance(places, limit.parse({ links: own }))

describe('what a tenant may use of a datacenter', () => {
  test('is read from the links of its limit; one that leads elsewhere counts as none', () => {
    expect(read([...links, policy(14, 'cloud/locations')])).toEqual({
      id: '5-39',
      tenant: { id: '5', name: 'Acme' },
      datacenter: { id: '2', name: 'Oslo' },
      policyIds: ['2-14', '2-16'],
    })
  })

  test.each(['enterprise', 'edit', 'location'])('without a link "%s" it is none', (rel) => {
    expect(() => read(links.filter((link) => link.rel !== rel))).toThrow(expect.objectContaining({ kind: 'contract' }))
  })

  test.each(['enterprise', 'edit', 'location'])('with a link "%s" that leads elsewhere it is none', (rel) => {
    const strange = { rel, title: 'Acme', href: 'https://evil.example/api/admin/enterprises/5' }
    expect(() => read([strange, ...links])).toThrow(expect.objectContaining({ kind: 'link' }))
  })

  test('a tenant has a name, or the title of its link', () => {
    const own = [{ rel: 'edit', title: 'Acme', href: `${base}/admin/enterprises/5` }]
    expect(toTenant(places, enterprise.parse({ name: null, links: own }))).toEqual({ id: '5', name: 'Acme' })
    expect(() => toTenant(places, enterprise.parse({ name: 'Acme' }))).toThrow(
      expect.objectContaining({ kind: 'contract' }),
    )
  })
})

const added = (id: number, root = base) => ({
  rel: 'backuppolicy',
  type: 'application/vnd.abiquo.backuppolicy+json',
  href: `${root}/admin/datacenters/2/backuppolicies/${id}`,
})

describe('a change of it', () => {
  const raw = [null, { rel: 7 }, ...links]
  const change = (allow: readonly string[], withdraw: readonly string[], own: readonly unknown[] = raw) =>
    changedLinks(places, own, { allow, withdraw })

  test('adds and takes just these policies; all else stays as it came', () => {
    expect(change(['2-17', '2-17'], [])).toEqual([...raw, added(17)])
    expect(change(['2-15'], ['2-14'])).toEqual([...raw.filter((one) => one !== links[4]), added(15)])
    expect(change([], ['2-16'])).toEqual(raw.slice(0, -1))
  })

  test('is none when somebody did it already', () => {
    expect(change(['2-14', '2-16'], ['2-15', '2-99'])).toBeNull()
  })

  test('addresses are written as the server writes them', () => {
    const inner = 'http://10.0.0.1/api'
    const behind = addresses(base, inner)
    const own = [{ rel: 'edit', href: `${inner}/admin/enterprises/5/limits/39` }]
    expect(changedLinks(behind, own, { allow: ['2-14'], withdraw: [] })).toEqual([...own, added(14, inner)])
    expect(change(['2-14'], [], [])).toEqual([added(14)])
  })

  test('of what is no policy is refused', () => {
    expect(() => change(['../login'], [])).toThrow(expect.objectContaining({ kind: 'not-found' }))
  })
})
