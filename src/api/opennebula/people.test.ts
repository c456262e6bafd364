import { afterEach, describe, expect, test, vi } from 'vitest'

import { refusal } from '../conformance/refusal.bench'
import { enterNebula, nebulaBench } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

/** The token that a call of the operator went out with. */
const tokenIn = (body = ''): string | undefined => /operator:([\da-f]{64})</u.exec(body)?.[1]

describe('signing in', () => {
  test('takes a token for the password, which goes out once', async () => {
    const { actor, api, bodies, methods } = await enterNebula()
    expect(actor).toMatchObject({ name: 'operator', tenant: { id: '100', name: 'Costa Verde Retail' } })
    expect(actor.may.has('backup.configure')).toBe(true)
    expect(actor.may.has('infrastructure.view')).toBe(false)
    expect(actor.absent.has('backup.disks')).toBe(true)
    await api.listVms({ offset: 0, limit: 10 })
    expect(methods()[0]).toBe('one.user.login')
    expect(bodies.filter((body) => body.includes('operator:operator'))).toHaveLength(1)
    await api.signOut()
    expect(await refusal(api.listVms({ offset: 0, limit: 10 }))).toMatchObject({ kind: 'signed-out' })
  })

  test('administrators see clusters and groups', async () => {
    const { actor, api } = await enterNebula('6.10', 'cloudadmin')
    expect(actor.may.has('infrastructure.view')).toBe(true)
    expect(actor.allowances).toBe('none')
    await expect(api.listDatacenters()).resolves.toMatchObject({
      rows: [
        { name: 'Barcelona', places: [{ name: 'backups-rsync' }, { name: 'backups-restic' }] },
        { name: 'London', timeZone: 'Europe/London' },
      ],
    })
    await expect(api.listTenants()).resolves.toMatchObject({ total: 4 })
    await expect(api.getManager('100')).resolves.toMatchObject({
      name: 'backups-rsync',
      type: 'rsync',
      endpoint: 'backup.example',
      user: 'oneadmin',
    })
    expect(await refusal(api.listRoles())).toMatchObject({ kind: 'unsupported' })
  })

  test('a session that is made longer goes on with a new token, and the one before is given back', async () => {
    const { api, bodies, methods } = await enterNebula()
    await api.getVm('1')
    const before = tokenIn(bodies.at(-1))
    await api.staySignedIn()
    await api.getVm('1')
    const after = tokenIn(bodies.at(-1))
    expect(before).toBeDefined()
    expect(after).toBeDefined()
    expect(after).not.toBe(before)
    expect(methods().filter((one) => one === 'one.user.login')).toHaveLength(3)
    const given = bodies.findLast((body) => body.includes('one.user.login'))
    expect(given).toContain(`<string>${before}</string></value></param><param><value><int>0</int>`)
  })

  test('its end is the one that the platform tells: a site may have tokens end sooner', async () => {
    const bench = nebulaBench()
    await bench.change({ tokenSeconds: 600 })
    vi.stubGlobal('fetch', bench.fetch)
    const { api } = bench
    await api.signIn({ user: 'operator', password: 'operator' })
    await vi.waitFor(() => expect((api.sessionEnds() ?? 0) - Date.now()).toBeLessThan(601_000))
    expect((api.sessionEnds() ?? 0) - Date.now()).toBeGreaterThan(590_000)
  })

  test('an eleventh token is refused by a code of its own, which has words', async () => {
    const bench = nebulaBench()
    vi.stubGlobal('fetch', bench.fetch)
    const { api } = bench
    const nick = { user: 'oneadmin', password: 'oneadmin' }
    await Promise.all(Array.from({ length: 10 }, () => bench.call('one.user.login', ['oneadmin', '', 3_600, -1])))
    const error = await refusal(api.signIn(nick))
    expect(error).toMatchObject({ kind: 'conflict', code: 'MAX-TOKENS' })
  })

  test('a wrong password and an ended session are told as such', async () => {
    const { api, endSessions } = await enterNebula()
    expect(await refusal(api.signIn({ user: 'operator', password: 'guess' }))).toMatchObject({ kind: 'signed-out' })
    await api.signIn({ user: 'operator', password: 'operator' })
    await endSessions()
    expect(await refusal(api.getVm('1'))).toMatchObject({ kind: 'signed-out' })
  })
})
