import { expect, test } from 'vitest'

import { createClock } from '../clock'
import { apiKey } from './people'
import { createServer } from './server'

const start = Date.parse('2026-03-18T12:00:00Z')

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

async function bench(nick = 'operator') {
  const server = createServer({ clock: createClock({ now: start }) })
  const send = async (method: string, path: string, body?: object, token = '') => {
    const answer = await server(
      new Request(`http://cix${path}`, {
        method,
        headers: { 'x-auth-token': token },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )
    const text = await answer.text()
    return {
      status: answer.status,
      body: object(text.startsWith('{') ? JSON.parse(text) : {}),
      headers: answer.headers,
    }
  }
  const email = `${nick}@costaverde.example`
  const login = await send('POST', '/membership/auth/login/', { email, password: nick, api_key: apiKey })
  const token = String(login.body['token'])
  const api = (method: string, path: string, body?: object) => send(method, path, body, token)
  await send('POST', '/simulator/settings', { perSecond: 1_000 })
  const idOf = async (name: string): Promise<number> => {
    const { body } = await api('GET', `/iaas/vm/?search[name]=${name}`)
    const rows: readonly unknown[] = Array.isArray(body['content']) ? body['content'] : []
    return Number(object(rows[0])['id'])
  }
  return {
    send,
    api,
    idOf,
    login,
    backUp: async (vm: number, more: object = {}) =>
      api('POST', '/iaas/backup/', { vm_id: vm, name: `n${Math.random()}`, repository: 1, ...more }),
    skip: (minutes: number) => send('POST', '/simulator/clock', { skip: minutes * 60_000 }),
  }
}

const contentOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => object(body['content'])
const codeOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => JSON.stringify(body)

test('a backup goes through its states, each of them a line of the history', async () => {
  const { backUp, api, skip, idOf } = await bench()
  const { id } = contentOf(await backUp(await idOf('web-frontend-03')))
  const stateNow = async () => contentOf(await api('GET', `/iaas/backup/${String(id)}/`))['state']
  expect(await stateNow()).toBe(1)
  await skip(0.5)
  expect(await stateNow()).toBe(2)
  await skip(60)
  expect(await stateNow()).toBe(4)
  expect((await api('PATCH', `/iaas/backup/${String(id)}/`, { state: 8 })).status).toBe(200)
  await skip(60)
  expect(await stateNow()).toBe(99)
  const { body } = await api('GET', `/iaas/backup_history/?search[backup_id]=${String(id)}&order=-created`)
  expect(JSON.stringify(body).match(/"state":\d+/gu)).toEqual([99, 17, 8, 4, 2, 1].map((one) => `"state":${one}`))
  const listed = await api('GET', `/iaas/backup/?search[id]=${String(id)}`)
  expect(object(listed.body['_metadata'])['total_records']).toBe(1)
})

test('a failed backup holds every other of its VM, names too', async () => {
  const { backUp, api, idOf } = await bench()
  const vm = await idOf('mail-store-01')
  expect(codeOf(await backUp(vm))).toContain('iaas_backup_create_001')
  const { body } = await api('GET', `/iaas/backup/?search[vm_id]=${vm}&search[state]=4`)
  const id = String(/"id":(\d+)/u.exec(JSON.stringify(body))?.[1])
  expect(codeOf(await api('PUT', `/iaas/backup/${id}/`, { name: 'x' }))).toContain('iaas_backup_update_002')
})

test('who may not, and what cannot be, is refused in the order of the platform', async () => {
  const { backUp, idOf, api } = await bench()
  expect(codeOf(await backUp(await idOf('render-node-01')))).toContain('create_002')
  expect(codeOf(await backUp(await idOf('erp-reports-01')))).toContain('create_103')
  expect((await backUp(await idOf('web-frontend-01'), { name: 'x'.repeat(129) })).status).toBe(500)
  expect(codeOf(await api('GET', '/iaas/backup/?search[state]=failed'))).toContain('iaas_backup_list_001')
  expect((await api('GET', '/iaas/vm/16/')).status).toBe(403)
  const group = await bench('group')
  expect(await group.idOf('logistics-app-01')).toBe(15)
  expect(codeOf(await group.backUp(15))).toContain('create_201')
  const viewer = await bench('viewer')
  expect(codeOf(await viewer.backUp(1))).toContain('create_202')
})

test('a VM that stops keeps its backup where it is', async () => {
  const { backUp, api, skip } = await bench()
  const { id } = contentOf(await backUp(1))
  await api('PUT', '/iaas/vm/1/', { state: 5 })
  await skip(60)
  expect(contentOf(await api('GET', `/iaas/backup/${String(id)}/`))['state']).toBe(2)
  await api('PUT', '/iaas/vm/1/', { state: 7 })
  await skip(10)
  expect(contentOf(await api('GET', `/iaas/backup/${String(id)}/`))['state']).toBe(4)
})

test('codes of a sign-in are asked for one after the other, and tokens are changed for new ones', async () => {
  const { send, login } = await bench()
  const admin = { email: 'admin@costaverde.example', password: 'admin', api_key: apiKey }
  const sign = async (more: object) => codeOf(await send('POST', '/membership/auth/login/', { ...admin, ...more }))
  expect(await sign({ api_key: 'x' })).toContain('_003')
  expect(await sign({})).toContain('_007')
  expect(await sign({ otp: '1' })).toContain('_008')
  expect(await sign({ otp: '123456' })).toContain('token')
  const next = await send('PUT', '/membership/auth/login/', undefined, String(login.body['token']))
  expect(next).toMatchObject({ status: 200, body: { token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/u) } })
})

test('more than twenty requests in a second are too many, and scripts read the wait in the text only', async () => {
  const { send, login } = await bench()
  await send('POST', '/simulator/settings', { perSecond: 20 })
  const asked = Array.from({ length: 25 }, () => send('GET', '/iaas/vm/', undefined, String(login.body['token'])))
  const refused = (await Promise.all(asked)).filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThanOrEqual(5)
  expect(refused[0]?.body).toEqual({ detail: 'Request was throttled. Expected available in 1 second.' })
  expect(refused[0]?.headers.get('access-control-expose-headers')).toBe('content-type, content-disposition')
})

test('the second generation has words for states, and no repositories', async () => {
  const { api, skip } = await bench()
  const body = { instance_id: 1, project_id: 1, type: 'lxd' }
  const made = contentOf(await api('POST', '/compute/compute/backups/', body))
  expect(made).toMatchObject({ state: 'pending', name: 'Backup LXD' })
  expect(made).not.toHaveProperty('repository')
  await skip(60)
  const path = `/compute/compute/backups/${String(made['id'])}/`
  expect(contentOf(await api('PUT', path, { state: 'delete' }))).toMatchObject({ state: 'delete' })
  await skip(60)
  expect(contentOf(await api('GET', path))).toMatchObject({ state: 'deleted' })
})
