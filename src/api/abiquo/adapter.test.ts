import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { abiquo } from './adapter'
import { answered, base, login, signedIn } from './adapter.bench'

const vm = '/cloud/virtualdatacenters/4/virtualappliances/9/virtualmachines/77'
const self = { rel: 'edit', href: base + vm }

afterEach(() => vi.unstubAllGlobals())

describe('what other versions of Abiquo say', () => {
  test('a login without privileges: they are asked of the role', async () => {
    const privileges = { collection: [{ name: 'VAPP_RESTORE_BACKUP' }, null] }
    const seen: string[] = []
    vi.stubGlobal('fetch', answered({ 'GET /login': login, 'GET /admin/roles/3/action/privileges': privileges }, seen))
    const actor = await abiquo({ base }).signIn({ user: 'ada', password: 'secret' })
    expect(actor).toMatchObject({ name: 'ada', fullName: null, role: 'OWN', tenant: { id: '5', name: 'Acme' } })
    expect(actor.may).toEqual(new Set(['backup.restore']))
  })

  test('a login without a token opens no session', async () => {
    vi.stubGlobal('fetch', async () => Response.json(login))
    await expect(abiquo({ base }).signIn({ user: 'ada', password: 'x' })).rejects.toMatchObject({ kind: 'contract' })
  })

  test('a VM with hardly a member', async () => {
    const { api } = await signedIn({ [`GET ${vm}`]: { links: [self] } })
    await expect(api.getVm('4-9-77')).resolves.toMatchObject({
      id: '4-9-77',
      name: '',
      state: 'unknown',
      stateText: '',
      assignments: null,
      diskMb: null,
      datacenter: null,
      os: 'unknown',
    })
  })

  test('a VM without links of its own: addresses below it are used', async () => {
    const { api, seen } = await signedIn({
      [`GET ${vm}`]: { links: [self] },
      [`POST ${vm}/backup/action/request`]: new Response(null, { status: 204 }),
      [`PUT ${vm}/state`]: new Response(null, { status: 204 }),
      [`GET ${vm}/backup/results`]: { links: null, collection: [{ id: 7, status: 'done' }, { status: 'DONE' }] },
      [`GET ${vm}/backup/results/7`]: { id: 7 },
      [`POST ${vm}/backup/results/7/action/restore`]: new Response(null, { status: 200 }),
    })
    await expect(api.backUpNow('4-9-77', { replicate: false })).resolves.toEqual({ task: null })
    await expect(api.setPower('4-9-77', 'off')).resolves.toEqual({ task: null })
    await expect(api.listBackups('4-9-77', allBackups)).resolves.toMatchObject({
      rows: [{ id: '7', outcome: 'good', createdAt: null, expiresAt: null, restores: [] }],
      total: null,
      unreadable: 1,
    })
    await expect(api.restore('4-9-77', '7')).resolves.toEqual({ task: null })
    expect(seen.at(-1)).toBe(`POST ${vm}/backup/results/7/action/restore`)
  })

  test('a VM that names its own way to restore, and a result that names none: that link is followed, with the record', async () => {
    const { api, seen, bodies } = await signedIn({
      [`GET ${vm}`]: { links: [self, { rel: 'restorebackup', href: `${base}${vm}/action/restorebackup` }] },
      [`GET ${vm}/backup/results/7`]: {
        id: 7,
        name: 'nightly',
        type: 'COMPLETE',
        status: 'DONE',
        sizeInMb: 20_480,
        creationDate: '2024-03-01T02:00:11.000+0000',
      },
      [`POST ${vm}/action/restorebackup`]: new Response(null, { status: 204 }),
    })
    await expect(api.restore('4-9-77', '7')).resolves.toEqual({ task: null })
    expect(seen.at(-1)).toBe(`POST ${vm}/action/restorebackup`)
    expect(bodies.at(-1)).toEqual({
      id: '7',
      name: 'nightly',
      date: '2024/03/01 02:00:11 +0000',
      size: '20480',
      type: 'complete',
      status: 'done',
      links: [],
    })
  })

  test('a long list that is refused: the code and the message of the platform stay', async () => {
    const complaint = { code: 'GEN-22', message: "Invalid parameter 'startwith'" }
    const refused = Response.json({ links: [], collection: [complaint] }, { status: 400 })
    const { api } = await signedIn({ 'GET /cloud/virtualmachines': refused })
    await expect(api.listVms({ offset: 0, limit: 30 })).rejects.toMatchObject({
      kind: 'invalid',
      complaints: [complaint],
    })
  })

  test('a datacenter that tells its tenants nothing: then the platform decides', async () => {
    const location = { rel: 'location', title: 'Oslo', href: `${base}/cloud/locations/2` }
    const { api } = await signedIn({
      [`GET ${vm}`]: { links: [self, location] },
      'GET /cloud/locations/2': { id: 2, name: 'Oslo', links: [] },
    })
    const site = await api.getSite('4-9-77')
    expect(site).toMatchObject({ datacenter: { id: '2', name: 'Oslo' }, system: { type: '', periodicities: null } })
    expect(new Set([...Object.values(site.rules), ...Object.values(site.system?.can ?? {})])).toEqual(new Set([null]))
  })

  test("work in progress of the tenant, else the person's own", async () => {
    const task = {
      taskId: 'a1',
      type: 'BACKUP',
      state: 'STARTED',
      timestamp: 1_709_280_900,
      links: [
        { rel: 'self', href: `${base}${vm}/tasks/a1` },
        { rel: 'virtualmachine', href: base + vm },
      ],
    }
    const { api, seen } = await signedIn({ 'GET /users/12/action/pendingtasks': { collection: [task, { taskId: 1 }] } })
    await expect(api.listActivity()).resolves.toMatchObject([
      { vmId: '4-9-77', task: { id: '4-9-77.a1', kind: 'backup' } },
    ])
    expect(seen).toEqual(['GET /admin/enterprises/5/action/pendingtasks', 'GET /users/12/action/pendingtasks'])
  })

  test('a task that waits for approval without addresses of ours to decide at asks for nothing', async () => {
    const task = {
      taskId: 'a1',
      state: 'QUEUEING',
      timestamp: 1_709_280_900,
      links: [{ rel: 'continue', href: 'https://evil.example/api/action/continue' }],
    }
    const { api, seen } = await signedIn({ [`GET ${vm}/tasks/a1`]: task })
    const told = await api.getTask('4-9-77.a1')
    expect(told).toMatchObject({ state: 'held' })
    expect(told.decisions).toBeUndefined()
    await expect(api.decideTask('4-9-77.a1', 'continue')).rejects.toMatchObject({ kind: 'conflict' })
    expect(seen.every((key) => key.startsWith('GET'))).toBe(true)
  })

  test('work of other tenants is asked of those with locked VMs, ten of them at most', async () => {
    const locked = Array.from({ length: 12 }, (_, n) => ({
      state: 'LOCKED',
      links: [
        { rel: 'edit', href: `${base}/cloud/virtualdatacenters/4/virtualappliances/9/virtualmachines/${n}` },
        { rel: 'enterprise', href: `${base}/admin/enterprises/${n}` },
      ],
    }))
    const { api, seen } = await signedIn({ 'GET /cloud/virtualmachines': { collection: locked } })
    await api.listVms({ offset: 0, limit: 100 })
    seen.length = 0
    await expect(api.listActivity()).resolves.toEqual([])
    const asked = seen.filter((key) => key.startsWith('GET /admin/enterprises/'))
    expect(new Set(asked).size).toBe(11)
    expect(asked).toHaveLength(11)
  })

  test.each([
    ['no task', {}],
    ['a task out of reach', { links: [{ rel: 'status', href: 'https://evil.example/api/tasks/1' }] }],
  ])('accepted, and %s named: the end is unknown, not good', async (_, body) => {
    const accepted = Response.json(body, { status: 202 })
    const { api } = await signedIn({ [`GET ${vm}`]: { links: [self] }, [`POST ${vm}/action/deploy`]: accepted })
    await expect(api.deploy('4-9-77')).rejects.toMatchObject({ kind: 'unknown-outcome' })
  })
})

test('a refusal that comes late, of a session that has ended, does not end the one that began since', async () => {
  const { api } = await signedIn({})
  const late: { come?: (answer: Response) => void } = {}
  const answers = [
    new Promise<Response>((come) => (late.come = come)),
    Promise.resolve(Response.json({ links: [self] })),
  ]
  const usual = fetch
  vi.stubGlobal('fetch', (address: URL, init: RequestInit) =>
    address.pathname.endsWith(vm) ? answers.shift() : usual(address, init),
  )
  const asked = api.getVm('4-9-77')
  await api.signIn({ user: 'ada', password: 'secret' })
  late.come?.(new Response(null, { status: 401 }))
  await expect(asked).resolves.toMatchObject({ id: '4-9-77' })

  answers.push(Promise.resolve(new Response(null, { status: 401 })))
  await expect(api.getVm('4-9-77')).rejects.toMatchObject({ kind: 'signed-out' })
})

describe('sessions in a cookie, where a deployment keeps them', () => {
  test('outlive a reload', async () => {
    const fetched = vi.fn<typeof fetch>(async () => Response.json({ ...login, privileges: { collection: [] } }))
    vi.stubGlobal('fetch', fetched)
    await expect(abiquo({ base, session: 'cookie' }).resume()).resolves.toMatchObject({ name: 'ada' })
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin' })
  })

  test('go on after one of its tokens has ended', async () => {
    const fetched = vi.fn<typeof fetch>(async (_, init) => {
      const old = new Headers(init?.headers).has('Authorization')
      if (old) return new Response(null, { status: 401 })
      return Response.json({ ...login, privileges: { collection: [] } }, { headers: { 'x-abiquo-token': 't' } })
    })
    vi.stubGlobal('fetch', fetched)
    const api = abiquo({ base, session: 'cookie' })
    await api.resume()
    await expect(api.resume()).resolves.toMatchObject({ name: 'ada' })
  })

  test('or have ended', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }))
    await expect(abiquo({ base, session: 'cookie' }).resume()).resolves.toBeNull()
  })
})

describe('the end of a session', () => {
  const start = Date.parse('2026-03-02T08:00:00Z')
  const signIn = (options: Partial<Parameters<typeof abiquo>[0]> = {}) => {
    vi.spyOn(Date, 'now').mockReturnValue(start)
    vi.stubGlobal('fetch', answered({ 'GET /login': { ...login, privileges: { collection: [] } } }, []))
    return abiquo({ base, ...options })
  }

  afterEach(() => vi.restoreAllMocks())

  test('is half an hour after the newest request, or what a deployment says', async () => {
    const usual = signIn()
    expect(usual.sessionEnds()).toBeNull()
    await usual.signIn({ user: 'ada', password: 'x' })
    expect(usual.sessionEnds()).toBe(start + 30 * 60_000)
    const short = signIn({ sessionSeconds: 600 })
    await short.signIn({ user: 'ada', password: 'x' })
    expect(short.sessionEnds()).toBe(start + 600_000)
    vi.spyOn(Date, 'now').mockReturnValue(start + 60_000)
    await short.staySignedIn()
    expect(short.sessionEnds()).toBe(start + 660_000)
  })

  test('is not known of a gateway, unless a deployment says it', async () => {
    const unknown = signIn({ session: 'cookie' })
    await unknown.resume()
    expect(unknown.sessionEnds()).toBeNull()
    const known = signIn({ session: 'cookie', sessionSeconds: 900 })
    await known.resume()
    expect(known.sessionEnds()).toBe(start + 900_000)
  })

  test('does not move where an answer brings no new token', async () => {
    const api = signIn()
    await api.signIn({ user: 'ada', password: 'x' })
    vi.spyOn(Date, 'now').mockReturnValue(start + 60_000)
    vi.stubGlobal('fetch', async () => Response.json(login))
    await api.staySignedIn()
    expect(api.sessionEnds()).toBe(start + 30 * 60_000)
  })
})
