import { describe, expect, test } from 'vitest'

import { bench, chosen, hour, minute, origin } from './bench'
import { isMembers, listOf, membersOf } from './body'

const accept = (value: string) => ({ headers: { accept: value } })
const media = 'application/vnd.abiquo.virtualmachine+json'

describe('what real clients send is borne', () => {
  test.each([
    ['no version', media],
    ['a version', `${media}; version=5.2`],
    ['a trailing semicolon', `${media}; version=5.2;`],
    ['no space', `${media};version=4.5`],
    ['no suffix', 'application/vnd.abiquo.virtualmachine; version=5.2'],
    ['anything', '*/*'],
    ['JSON', 'application/json'],
    ['several', `text/plain;q=0.5, ${media};q=0.9, */*;q=0.1`],
  ])('an Accept with %s', async (_, value) => {
    const { call, pathOf } = bench()
    const { status, headers } = await call(await pathOf('erp-app-01'), accept(value))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/vnd\.abiquo\.virtualmachine\+json; version=\d\.\d$/)
  })

  test('the answer is of the version that was asked for', async () => {
    const { call } = bench()
    const { headers } = await call('/login', accept('application/vnd.abiquo.user+json; version=5.2'))
    expect(headers.get('content-type')).toBe('application/vnd.abiquo.user+json; version=5.2')
  })

  test.each([
    [{ accept: `${media}; version=99.0` }, '406-NOT-ACCEPTABLE', 406],
    [{ accept: 'application/vnd.abiquo.harddisk+json' }, '406-NOT-ACCEPTABLE', 406],
    [{ 'content-type': 'application/vnd.abiquo.harddisk+json' }, '415-UNSUPPORTED-MEDIA-TYPE', 415],
    [{ 'content-type': 'application/xml' }, '415-UNSUPPORTED-MEDIA-TYPE', 415],
    [{ 'content-type': `${media}; version=1.0` }, '415-UNSUPPORTED-MEDIA-TYPE-VERSION', 415],
  ])('a PUT with %j is refused', async (headers, code, status) => {
    const { call, pathOf } = bench()
    const answer = await call(await pathOf('erp-app-01'), { method: 'PUT', body: { cpu: 1 }, headers })
    expect(answer).toMatchObject({ code, status })
    expect(answer.headers.get('content-type')).toMatch(/^application\/vnd\.abiquo\.errors\+json/)
  })

  test('double slashes', async () => {
    expect((await bench().call('//cloud//virtualmachines')).status).toBe(200)
  })

  test.each(['acceptedrequest', 'virtualmachine'])('a PUT of a VM that accepts %s', async (entity) => {
    const { call, pathOf, vm } = bench()
    const body = { ...(await vm('erp-app-02')), description: 'other words' }
    const headers = { accept: `application/vnd.abiquo.${entity}+json`, 'content-type': media }
    const answer = await call(await pathOf('erp-app-02'), { method: 'PUT', body, headers })
    expect(answer.status).toBe(202)
    expect(answer.headers.get('content-type')).toContain('acceptedrequest')
  })

  test('`taskextended` has its jobs under both names', async () => {
    const { call, pathOf } = bench()
    const [task] = (await call(`${await pathOf('erp-db-02')}/tasks`)).rows
    const one = `${await pathOf('erp-db-02')}/tasks/${String(task?.['taskId'])}`
    const { body } = await call(one, accept('application/vnd.abiquo.taskextended+json'))
    expect(body['jobsExtended']).toEqual(body['jobs'])
    expect(listOf(body['jobs'])).toMatchObject([{ type: 'RESTORE', state: 'STARTED' }])
    expect((await call(one, accept('application/vnd.abiquo.task+json'))).body).not.toHaveProperty('jobsExtended')
  })

  test('links are an array everywhere, in errors too', async () => {
    const everywhere = (value: unknown): boolean => {
      if (Array.isArray(value)) return value.every(everywhere)
      if (!isMembers(value)) return true
      if ('links' in value && !Array.isArray(value['links'])) return false
      return Object.values(value).every(everywhere)
    }
    const { call } = bench()
    const paths = [
      '/login?expand=privileges',
      '/cloud/virtualmachines',
      '/cloud/locations',
      '/events',
      '/nowhere',
      '/cloud/locations/99',
    ]
    const answers = await Promise.all(paths.map((path) => call(path)))
    for (const { body } of answers) expect(everywhere(body)).toBe(true)
    expect(answers.slice(4).every(({ body }) => Array.isArray(body['links']))).toBe(true)
  })

  test('whole entities come back as they were sent, members that are not ours among them', async () => {
    const { call, pathOf, vm } = bench()
    const before = await vm('erp-reports-01')
    const odd = { holdfast: { kept: [1, null, 'ä'] }, variables: { TIER: 'gold' } }
    expect((await call(await pathOf('erp-reports-01'), { method: 'PUT', body: { ...before, ...odd } })).status).toBe(
      204,
    )
    expect(await vm('erp-reports-01')).toEqual({ ...before, ...odd })
  })

  test('so do those inside its policies and their lines, and they change no schedule', async () => {
    const { call, pathOf, vm } = bench()
    const path = await pathOf('erp-reports-01')
    const before = await vm('erp-reports-01')
    const odd = { kept: [1, null, 'ä'] }
    const [element] = listOf(before['backupPolicies'])
    const backupConfigurations = [{ type: 'COMPLETE', subtype: 'DAILY', holdfast: odd }]
    const backupPolicies = [{ ...element, holdfast: odd, backupConfigurations }]
    // The tenant administrator may not choose policies: what nobody but the client knows is no change of them.
    expect((await call(path, { as: 'tenantadmin', method: 'PUT', body: { ...before, backupPolicies } })).status).toBe(
      204,
    )
    expect(await vm('erp-reports-01')).toEqual({ ...before, backupPolicies })
  })

  test('a disk whose link is left out is detached', async () => {
    const { call, pathOf, vm, skip } = bench()
    const before = await vm('erp-app-02')
    const links = listOf(before['links']).filter(({ rel }) => rel !== 'disk1')
    await call(await pathOf('erp-app-02'), {
      method: 'PUT',
      body: { ...before, links, backupPolicies: [chosen(2, 42)] },
    })
    await skip(7_000)
    expect((await call(`${await pathOf('erp-app-02')}/storage/disks`)).rows).toHaveLength(1)
  })
})

describe('who calls', () => {
  test('signs in with name and password, and goes on with a token that every answer renews', async () => {
    const { call } = bench()
    const { headers, body } = await call('/login?expand=privileges')
    expect(membersOf(body['privileges'])['collection']).toHaveLength(11)
    const token = headers.get('x-abiquo-token') ?? ''
    const next = await call('/login', { headers: { authorization: `Token ${token}` } })
    expect(next.status).toBe(200)
    expect(next.headers.get('x-abiquo-token')).not.toBe(token)
    expect((await call('/login', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
  })

  test('a token lasts half an hour of the device, however fast or far the clock goes', async () => {
    let real = 0
    const { createClock } = await import('./clock')
    const { createServer } = await import('./server')
    const server = createServer({ clock: createClock({ now: Date.UTC(2026, 2, 2) }, () => real) })
    const login = (authorization: string) => server(new Request(`${origin}/api/login`, { headers: { authorization } }))
    const token = (await login(`Basic ${btoa('viewer:viewer')}`)).headers.get('x-abiquo-token') ?? ''
    real += 29 * minute
    expect((await login(`Token ${token}`)).status).toBe(200)
    const clock = (change: object) =>
      server(new Request(`${origin}/simulator/clock`, { method: 'POST', body: JSON.stringify(change) }))
    await clock({ skip: 50 * hour })
    await clock({ speed: 3_600 })
    real += 30_000
    expect((await login(`Token ${token}`)).status).toBe(200)
    real += minute
    expect((await login(`Token ${token}`)).status).toBe(401)
  })

  test.each([
    ['nobody', '', '401-UNAUTHORIZED'],
    ['a wrong password', `Basic ${btoa('operator:guess')}`, 'GEN-5'],
    ['a foreign token', 'Token nonsense', '401-UNAUTHORIZED'],
    ['broken Base64', 'Basic %%%', 'GEN-5'],
  ])('%s is refused, and no browser is told to ask', async (_, authorization, code) => {
    const answer = await bench().call('/cloud/virtualmachines', { headers: { authorization } })
    expect(answer).toMatchObject({ status: 401, code })
    expect(answer.headers.has('www-authenticate')).toBe(false)
    expect(answer.headers.has('x-abiquo-token')).toBe(false)
  })

  test('signs out, sees the own sessions, and is told the version', async () => {
    const { call, raw } = bench()
    const token = (await call('/login')).headers.get('x-abiquo-token') ?? ''
    const headers = { authorization: `Token ${token}` }
    expect((await call('/login/sessions', { headers })).rows).toMatchObject([{ nick: 'operator', idUser: 3 }])
    expect((await call('/logout', { method: 'POST', headers })).status).toBe(204)
    expect((await call('/login', { headers })).status).toBe(401)
    const version = await raw('/api/version', accept('text/plain'))
    expect(await version.text()).toBe('6.0.2\n')
    expect(
      (await raw('/api/cloud/virtualmachines', { method: 'OPTIONS', headers: { authorization: '' } })).status,
    ).toBe(200)
  })

  test('what does not exist is not found, and what is not built says so', async () => {
    const { call } = bench()
    const codes = await Promise.all(
      [
        '/cloud/virtualdatacenters/99',
        '/cloud/virtualdatacenters/11/virtualappliances/105',
        '/cloud/virtualdatacenters/11/virtualappliances/101/virtualmachines/9',
        '/cloud/locations/9',
        '/cloud/locations/1/backuppolicies/99',
        '/admin/enterprises/3',
        '/cloud/virtualdatacenters/17',
      ].map(async (path) => (await call(path)).code),
    )
    expect(codes).toEqual(['VDC-0', 'VAPP-0', 'VM-1', 'DC-0', 'BC-23', 'EN-0', 'VDC-0'])
    const missing = await call('/cloud/locations/1/hardwareprofiles')
    expect(missing.status).toBe(501)
    expect(missing.rows[0]?.['message']).toContain('GET /cloud/locations/1/hardwareprofiles')
    expect((await call('/admin/datacenters/1/backuppolicies')).code).toBe('GEN-15')
  })
})
