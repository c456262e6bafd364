import { expect, test } from 'vitest'

import { createClock } from './clock'
import { apiKey } from './cloudcix/people'
import { createServer as createCloudCix } from './cloudcix/server'
import { createServer as createOpenNebula } from './opennebula/server'
import type { Store } from './store'

const start = Date.parse('2026-03-18T12:00:00Z')
const hour = 3_600_000

/** What a browser keeps, shared by its tabs. */
function shelf() {
  let kept: readonly [world: string, revision: string] | null = null
  const store: Store = {
    revision: () => kept?.[1] ?? null,
    load: () => kept?.[0] ?? null,
    save: (...next) => (kept = next),
  }
  return { store, text: () => kept?.[0] ?? '', put: (text: string) => (kept = [text, 'put']) }
}

type Server = (request: Request) => Promise<Response>

const post = async (server: Server, path: string, body: string, token = ''): Promise<string> =>
  (await server(new Request(`http://sim${path}`, { method: 'POST', headers: { 'x-auth-token': token }, body }))).text()

const skip = (server: Server, ms: number): Promise<string> =>
  post(server, '/simulator/clock', JSON.stringify({ skip: ms }))

const call = (server: Server, method: string, params: string): Promise<string> =>
  post(
    server,
    '/RPC2',
    `<methodCall><methodName>${method}</methodName><params><param><value><string>oneadmin:oneadmin</string></value></param>${params}</params></methodCall>`,
  )
const number = (value: number): string => `<param><value><int>${value}</int></value></param>`
const no = '<param><value><boolean>0</boolean></value></param>'
const everything = (server: Server): Promise<string> =>
  call(server, 'one.vmpool.infoextended', [-2, -1, -1, -1].map(number).join(''))

test('OpenNebula comes back after a reload: its release, what was done, its clock, and never a password', async () => {
  const { store, text } = shelf()
  const before = createOpenNebula({ store, clock: createClock({ now: start }) })
  await post(before, '/simulator/settings', '{"version": "6.8", "vms": {"erp-app-02": {"stubborn": true}}}')
  await skip(before, hour)
  await call(before, 'one.vm.backup', number(2) + number(100) + no)
  await skip(before, hour)
  const seen = await everything(before)
  expect(seen.includes('&lt;BACKUP_IDS&gt;&lt;ID&gt;')).toBe(true)

  const after = createOpenNebula({ store, clock: createClock({ now: start + 900 * hour }) })
  expect((await everything(after)) === seen).toBe(true)
  expect(await call(after, 'one.system.version', '')).toContain('6.8')
  expect(text()).not.toMatch(/oneadmin|token/u)
})

test('two tabs of one browser see one OpenNebula', async () => {
  const { store } = shelf()
  const one = createOpenNebula({ store, clock: createClock({ now: start }) })
  const other = createOpenNebula({ store, clock: createClock({ now: start }) })
  await call(one, 'one.vm.backup', number(2) + number(100) + no)
  await skip(one, hour)
  expect((await everything(other)) === (await everything(one))).toBe(true)
  expect((await call(other, 'one.image.info', number(40) + no)).includes('2 18-Mar')).toBe(true)
})

const login = async (server: Server): Promise<string> => {
  const email = 'operator@costaverde.example'
  const told = await post(
    server,
    '/membership/auth/login/',
    JSON.stringify({ email, password: 'operator', api_key: apiKey }),
  )
  return /"token":"([^"]+)"/u.exec(told)?.[1] ?? ''
}
const backups = async (server: Server, token: string): Promise<string> =>
  (
    await server(
      new Request('http://sim/iaas/backup/?search[vm_id]=3&order=-created', { headers: { 'x-auth-token': token } }),
    )
  ).text()

test('CloudCIX comes back after a reload, and a world of another build is left alone', async () => {
  const { store, text, put } = shelf()
  const before = createCloudCix({ store, clock: createClock({ now: start }) })
  const token = await login(before)
  await post(before, '/iaas/backup/', '{"vm_id": 3, "name": "first", "repository": 1}', token)
  await skip(before, 2 * hour)
  const seen = await backups(before, token)
  expect(seen).toContain('"name":"first"')
  expect(text()).not.toContain(token)

  const after = createCloudCix({ store, clock: createClock({ now: start + 900 * hour }) })
  const again = await login(after)
  expect(await backups(after, again)).toBe(seen)

  put(text().replace('"build":1', '"build":0'))
  const fresh = createCloudCix({ store, clock: createClock({ now: start }) })
  expect(await backups(fresh, await login(fresh))).not.toContain('"name":"first"')
})
