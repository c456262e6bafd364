import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { bench, hrefOf, origin } from './bench'
import { listOf, membersOf, textOf } from './body'
import { pageLinks, windowOf } from './paging'

const order = { by: { name: () => '', id: () => 0 }, defaultBy: 'name', defaultAsc: true }

const linksOf = (query: string, total: number, writeAsc = false) => {
  const asked = new URLSearchParams(query)
  return pageLinks('/x', asked, windowOf(asked, order), total, writeAsc).map(({ rel, href }) => [rel, href])
}

describe('page links', () => {
  test('of a middle page have every rel, and their keys in order', () => {
    expect(linksOf('asc=false&by=id&has=a&limit=10&startwith=20&enterprise=5', 57)).toEqual([
      ['first', '/x?enterprise=5&limit=10&has=a&by=id&asc=false'],
      ['previous', '/x?enterprise=5&startwith=10&limit=10&has=a&by=id&asc=false'],
      ['next', '/x?enterprise=5&startwith=30&limit=10&has=a&by=id&asc=false'],
      ['last', '/x?enterprise=5&startwith=47&limit=10&has=a&by=id&asc=false'],
    ])
  })

  test.each([
    ['', 0, []],
    ['asc=false', 0, []],
    ['', 3, ['first', 'last']],
    ['limit=0', 3, ['first', 'last']],
    ['limit=2', 3, ['first', 'next', 'last']],
    ['limit=2&startwith=1', 3, ['first', 'previous', 'last']],
    // Past the end the last page is answered.
    ['limit=2&startwith=9', 3, ['first', 'previous', 'last']],
  ])('of %j of %i are %j', (query, total, rels) => {
    expect(linksOf(query, total).map(([rel]) => rel)).toEqual(rels)
  })

  test('the last page starts so that it is full; with no limit it starts at 0', () => {
    expect(linksOf('limit=2', 3).at(-1)).toEqual(['last', '/x?startwith=1&limit=2&by=name'])
    expect(linksOf('limit=0', 3).at(-1)).toEqual(['last', '/x?startwith=0&limit=0&by=name'])
  })
})

const inVersion = (version: string) => ({
  headers: { accept: `application/vnd.abiquo.virtualmachines+json; version=${version}` },
})

describe('a paged list', () => {
  test('is walked by its links without a gap', async () => {
    const { call } = bench()
    const all = await call('/cloud/virtualmachines?limit=0')
    const walk = async (address: string): Promise<readonly unknown[]> => {
      const page = await call(address)
      const ids = page.rows.map((row) => row['id'])
      const more = listOf(page.body['links']).some(({ rel }) => rel === 'next')
      return more ? [...ids, ...(await walk(hrefOf(page.body, 'next')))] : ids
    }
    const seen = await walk(`${origin}/api/cloud/virtualmachines?limit=10`)
    expect(seen).toEqual(all.rows.map((row) => row['id']))
    expect(all.body['totalSize']).toBe(seen.length)
  })

  test('has 25 rows unless told, is searched, sorted, and refuses what it cannot read', async () => {
    const { call } = bench()
    expect((await call('/cloud/virtualmachines')).rows).toHaveLength(25)
    const erp = await call('/cloud/virtualmachines?has=erp-&by=label&asc=false')
    const labels = erp.rows.map((row) => row['label'])
    expect(labels).toEqual(['erp-reports-01', 'erp-db-02', 'erp-db-01', 'erp-app-02', 'erp-app-01'])
    expect((await call('/cloud/virtualmachines?by=colour')).code).toBe('QUERY-0')
    expect((await call('/cloud/virtualmachines?limit=many')).code).toBe('GEN-22')
    expect((await call('/cloud/virtualmachines?asc=perhaps')).code).toBe('GEN-22')
    expect((await call('/cloud/virtualmachines?has=nothing-is-called-this')).body).toEqual({
      links: [],
      collection: [],
      totalSize: 0,
    })
  })

  test('`asc` is always written since 5.0, and only when it is false before', async () => {
    const { call } = bench()
    const old = await call('/cloud/virtualmachines', inVersion('3.10'))
    expect(hrefOf(old.body, 'first')).toBe(`${origin}/api/cloud/virtualmachines?limit=25&by=name`)
    const recent = await call('/cloud/virtualmachines', inVersion('5.2'))
    expect(hrefOf(recent.body, 'first')).toBe(`${origin}/api/cloud/virtualmachines?limit=25&by=name&asc=true`)
  })
})

/** Calls recorded on real servers are not part of this repository; the check runs where a folder of them is at hand. */
const folder = resolve(process.env['HOLDFAST_CAPTURES'] ?? '../shared/captures/abiquo')

const recorded = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.startsWith('GET') && name.endsWith('.json'))
      .map((name) => membersOf(JSON.parse(readFileSync(resolve(folder, name), 'utf8'))))
      .flatMap((capture) => {
        const answer = membersOf(capture['response'])
        const links = listOf(answer['links']).map((link) => [textOf(link['rel']), textOf(link['href'])] as const)
        const total = answer['totalSize']
        const first = links.find(([rel]) => rel === 'first')?.[1]
        return first && typeof total === 'number' ? [{ capture, links, total, first }] : []
      })
  : []

const canonical = (href: string | null) => [...new URL(href ?? '').searchParams].map((pair) => pair.join('='))

describe.skipIf(recorded.length === 0)('recorded lists (skipped where no recorded calls are at hand)', () => {
  // Lists that drop what they were asked for, or answer with another filter than the one sent.
  const odd = /roles|ips_|dcslight|act_ents_AC_ents_j_nw_T|devs_X_nws/
  test.each(
    recorded
      .filter(({ capture }) => !odd.test(textOf(capture['name']) ?? ''))
      .map((one) => [one.capture['name'], one] as const),
  )('%s', (_, { capture, links, total, first }) => {
    const asked = new URL(textOf(capture['url']) ?? '').searchParams
    const told = new URL(first).searchParams
    const by = told.get('by') ?? 'name'
    const query = new URLSearchParams(asked)
    query.delete('by')
    const window = windowOf(query, { by: { [by]: () => 0 }, defaultBy: by, defaultAsc: told.get('asc') !== 'false' })
    const self = first.slice(0, first.indexOf('?'))
    const made = pageLinks(self, asked, window, total, told.has('asc'))
    const paging = links.filter(([rel]) => ['first', 'previous', 'next', 'last'].includes(rel ?? ''))
    expect(made.map(({ rel, href }) => [rel, canonical(href)])).toEqual(
      paging.map(([rel, href]) => [rel, canonical(href)]),
    )
  })
})
