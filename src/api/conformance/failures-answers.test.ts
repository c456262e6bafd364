import { beforeAll, describe, expect, test } from 'vitest'

import { allBackups } from '~/domain/samples'
import { explainError, learnCodes } from '~/texts/errors'

import { loopbacks, visits } from './loopback-fixture.bench'
import { bent, instead, on } from './loopback.bench'
import { refusal } from './refusal.bench'

beforeAll(learnCodes)

const everything = { offset: 0, limit: 1_000 }
const html = { 'content-type': 'text/html; charset=utf-8' }
const json = { 'content-type': 'application/json' }
const page = '<!doctype html><title>503</title><script>alert(1)</script><h1>Service Unavailable</h1>'

/** The failure catalogue for answers that no healthy platform gives. The numbers are its rows. */
describe.each(loopbacks)('%s, answers', (_, open) => {
  const visit = visits(open)

  test.each([
    ['10 401 at a load', instead(401, { 'www-authenticate': 'Basic' }, ''), { kind: 'signed-out' }],
    ['14 403', instead(403, html, page), { kind: 'forbidden' }],
    ['15 404', instead(404, html, page), { kind: 'not-found' }],
    ['19 414', instead(414, html, page), { kind: 'invalid', status: 414 }],
    ['20 429 in seconds', instead(429, { ...html, 'retry-after': '12' }, page), { kind: 'busy', retryAfter: 12_000 }],
    ['20 429 for a year', instead(429, { 'retry-after': '31536000' }, ''), { kind: 'busy', retryAfter: 300_000 }],
    ['20 429 with nonsense', instead(429, { 'retry-after': 'soon' }, ''), { kind: 'busy', retryAfter: null }],
    ['21 500 in HTML', instead(500, html, page), { kind: 'server', status: 500 }],
    ['21 502 in HTML', instead(502, html, page), { kind: 'server', status: 502 }],
    ['22 503 with a pause', instead(503, { ...html, 'retry-after': '30' }, page), { retryAfter: 30_000 }],
    ['23 200 with HTML', instead(200, html, page), { kind: 'contract' }],
    ['23 HTML that calls itself JSON', instead(200, json, page), { kind: 'contract' }],
    ['23 no type at all', instead(200, {}, '{"links": [], "collection": []}'), { kind: 'contract' }],
    ['24 JSON without its end', instead(200, json, '{"links": [], "collection": [{"id": 1'), { kind: 'contract' }],
    ['24 nothing', instead(200, json, ''), { kind: 'contract' }],
    ['24 null', instead(200, json, 'null'), { kind: 'contract' }],
    ['24 a list that is none', instead(200, json, '{"links": [], "collection": {}}'), { kind: 'contract' }],
    ['24 an error with status 200', instead(200, json, '{"code": "GEN-13"}'), { kind: 'contract' }],
    ['52 a redirect to a stranger', instead(302, { location: 'http://127.0.0.1:9/' }, ''), { kind: 'offline' }],
  ])('%s is an error in words: no list, no markup, no code of ours', async (__, how, error) => {
    visit().trouble(on('read', how))
    const refused = await refusal(visit().api.listVms(everything))
    expect(refused).toMatchObject(error)
    const { title, ...more } = explainError(refused)
    expect(title).toMatch(/^[A-Z].*\.$/)
    expect(JSON.stringify(more)).not.toMatch(/[<>]|Unexpected|undefined|NaN|\[object/)
  })

  test.each([
    ['25 unknown words', /"(?:state|type|status)":"[A-Z_]+"/g, '"state":"LIMBO"'],
    ['26 nulls', /"(?:cpu|ram|label|description|state|uuid)":(?:"[^"\\]*"|\d+|null)/g, '"cpu":null'],
    ['26 wrong types', /"(cpu|ram|label|description|state|uuid|name)":(?:"[^"\\]*"|\d+|null)/g, '"$1":{"no":[]}'],
    ['26 numbers beyond all sense', /"(cpu|ram)":\d+/g, '"$1":1e999'],
    ['27 members that nobody knows', /^\{/g, '{"__proto__":{"polluted":true},"constructor":7,'],
  ])('%s: every row stays, and nothing senseless comes of it', async (__, from, to) => {
    const { api, trouble } = visit()
    const whole = await api.listVms(everything)
    trouble(
      on(
        'read',
        bent((text) => text.replaceAll(from, to)),
      ),
    )
    const { rows, unreadable } = await api.listVms(everything)
    expect(rows.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id))
    expect(unreadable).toBe(0)
    expect(rows.every(({ cpu, memoryMb }) => Number.isFinite(cpu) && Number.isFinite(memoryMb))).toBe(true)
    expect(Object.keys({ polluted: false })).toEqual(['polluted'])
    expect(Reflect.has({}, 'polluted')).toBe(false)
  })

  test('25 26 results with odd words and dates: none is called good, none has a date that nobody gave', async () => {
    const { api, trouble, vm } = visit()
    trouble(
      on(
        'read',
        bent((text) =>
          text
            .replaceAll(/"status":"[A-Z_]+"/g, '"status":"HIBERNATED"')
            .replaceAll(/"(creationDate|expirationDate)":"[^"]+"/g, '"$1":"2026-02-30T25:61:00"'),
        ),
      ),
    )
    const { rows } = await api.listBackups(vm.id, allBackups)
    expect(rows.length).toBeGreaterThan(0)
    for (const { outcome, createdAt, expiresAt } of rows)
      expect({ outcome, createdAt, expiresAt }).toEqual({ outcome: 'unknown', createdAt: null, expiresAt: null })
  })

  test('34 the clock of a server that is five minutes ahead is known, and one that says nonsense changes nothing', async () => {
    const { api, trouble, vm } = visit()
    const ahead = new Date(Date.now() + 5 * 60_000).toUTCString()
    trouble(
      on(
        'read',
        bent((text) => text, { date: ahead }),
      ),
    )
    await api.getVm(vm.id)
    expect(Math.abs(api.clockSkew() - 5 * 60_000)).toBeLessThan(5_000)
    const known = api.clockSkew()
    trouble(
      on(
        'read',
        bent((text) => text, { date: 'soon' }),
      ),
    )
    await api.getVm(vm.id)
    expect(api.clockSkew()).toBe(known)
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://evil.example/api/x', '//evil.example/api/x', ''])(
    '52 a link to %j is refused, the row that can do without it stays, and nothing is sent',
    async (href) => {
      const { api, trouble, vm, writes } = visit()
      trouble(
        on(
          'read',
          bent((text) => text.replaceAll(/"href":"[^"]*\/backup\/action\/request"/g, `"href":"${href}"`)),
        ),
      )
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ id: vm.id })
      const refused = await refusal(api.backUpNow(vm.id, { replicate: false }))
      expect(refused).toMatchObject({ kind: 'link' })
      expect(JSON.stringify(explainError(refused))).not.toContain('evil')
      expect(writes()).toBe(0)
    },
  )
})
