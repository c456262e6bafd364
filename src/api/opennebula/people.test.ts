import { afterEach, describe, expect, test, vi } from 'vitest'

import { enterNebula, refusal } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

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

  test('a wrong password and an ended session are told as such', async () => {
    const { api, endSessions } = await enterNebula()
    expect(await refusal(api.signIn({ user: 'operator', password: 'guess' }))).toMatchObject({ kind: 'signed-out' })
    await api.signIn({ user: 'operator', password: 'operator' })
    await endSessions()
    expect(await refusal(api.getVm('1'))).toMatchObject({ kind: 'signed-out' })
  })
})
