import { afterEach, describe, expect, test, vi } from 'vitest'

import { abiquoBench } from '../abiquo/abiquo.bench'
import { nebulaBench } from '../opennebula/opennebula.bench'
import type { Platform } from '../port'
import { refusal } from './fixture.bench'

/** What these tests need of a platform: they ask for nothing that only one of them has. */
interface Ground {
  readonly api: Platform
  readonly fetch: (address: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** How many calls that change something were sent. */
  readonly writes: () => number
  readonly loseWrites: (when: 'before' | 'after') => Promise<void>
  readonly endSessions: () => Promise<void>
  readonly skip: (milliseconds: number) => Promise<void>
}

const abiquo = (): Ground => {
  const bench = abiquoBench()
  return { ...bench, writes: () => bench.sent.filter(({ method }) => method !== 'GET').length }
}

const nebula = (version: '6.4' | '6.10') => (): Ground => {
  const bench = nebulaBench(version)
  return {
    ...bench,
    writes: () => bench.writes().length,
    skip: (milliseconds) => bench.skip(milliseconds / 1_000),
    loseWrites: (when) => {
      const path = (name: string) =>
        when === 'before' ? { path: `/${name}`, drop: true } : { path: `/${name}`, dropAfter: true }
      return bench.faults(['one.vm.action', 'one.vm.update', 'one.vm.schedadd', 'one.vm.backup'].map(path))
    },
  }
}

const grounds: readonly (readonly [name: string, ground: () => Ground])[] = [
  ['abiquo', abiquo],
  ['opennebula 6.4', nebula('6.4')],
  ['opennebula 6.10', nebula('6.10')],
]

async function enter(ground: () => Ground, nick = 'operator') {
  const found = ground()
  vi.stubGlobal('fetch', async (address: string | URL | Request, init?: RequestInit) => {
    init?.signal?.throwIfAborted()
    return found.fetch(address, init)
  })
  return { ...found, actor: await found.api.signIn({ user: nick, password: nick }) }
}

/** The first VM that is on. */
async function oneOn(api: Platform) {
  const { rows } = await api.listVms({ offset: 0, limit: 100 })
  const vm = rows.find(({ state, guard, block }) => state === 'on' && !guard && !block)
  if (!vm) throw new Error('No VM is on')
  return vm
}

afterEach(() => vi.unstubAllGlobals())

describe.each(grounds)('%s', (_, ground) => {
  test('a list of VMs comes in windows that add up to its total, from either end', async () => {
    const { api } = await enter(ground)
    const all = await api.listVms({ offset: 0, limit: 1_000 })
    expect(all).toMatchObject({ total: all.rows.length, unreadable: 0 })
    const ids = all.rows.map(({ id }) => id)
    const windows = await Promise.all([0, 5, 10].map((offset) => api.listVms({ offset, limit: 5 })))
    expect(windows.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids.slice(0, 15))
    const { rows: last } = await api.listVms({ offset: 0, limit: 3, descending: true })
    expect(last.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 3))
    await expect(api.listVms({ offset: 5_000, limit: 10 })).resolves.toMatchObject({ rows: [], total: all.total })
  })

  test('a text finds VMs by their names', async () => {
    const { api } = await enter(ground)
    const found = await api.listVms({ offset: 0, limit: 100, text: 'web-frontend' })
    expect(found.total).toBe(3)
    expect(found.rows.every(({ name }) => name.startsWith('web-frontend-0'))).toBe(true)
    await expect(api.listVms({ offset: 0, limit: 10, text: 'no such thing' })).resolves.toMatchObject({
      rows: [],
      total: 0,
    })
  })

  test('a VM is the same in the list and alone, and one that is none is not found', async () => {
    const { api } = await enter(ground)
    const vm = await oneOn(api)
    await expect(api.getVm(vm.id)).resolves.toEqual(vm)
    expect((await api.listDisks(vm.id)).length).toBe(vm.diskCount)
    expect(await refusal(api.getVm('../../etc'))).toMatchObject({ kind: 'not-found' })
  })

  test('a wrong password opens nothing, an ended session is told, and nothing goes out after signing out', async () => {
    const { api, endSessions } = await enter(ground)
    expect(await refusal(api.signIn({ user: 'operator', password: 'Passwört:x' }))).toMatchObject({
      kind: 'signed-out',
    })
    expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
    await api.signIn({ user: 'operator', password: 'operator' })
    await endSessions()
    expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
    await api.signIn({ user: 'operator', password: 'operator' })
    await api.signOut()
    expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
  })

  test('rights that nobody can have here are no rights that this person lacks', async () => {
    const { actor } = await enter(ground)
    expect([...actor.may].filter((one) => actor.absent.has(one))).toEqual([])
  })

  test.each(['before', 'after'] as const)(
    'a write whose answer is lost %s it was done is sent once, and nobody knows',
    async (when) => {
      const { api, writes, loseWrites } = await enter(ground)
      const vm = await oneOn(api)
      const before = writes()
      await loseWrites(when)
      expect(await refusal(api.setPower(vm.id, 'off'))).toMatchObject({ kind: 'unknown-outcome' })
      expect(writes()).toBe(before + 1)
    },
  )

  test('without a network a write is not even sent, and a read says so', async () => {
    const { api, writes } = await enter(ground)
    const vm = await oneOn(api)
    const before = writes()
    vi.stubGlobal('navigator', { onLine: false })
    expect(await refusal(api.setPower(vm.id, 'off'))).toMatchObject({ kind: 'offline' })
    expect(writes()).toBe(before)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await refusal(api.getVm(vm.id))).toMatchObject({ kind: 'offline' })
  })

  test('a read that nobody waits for any more ends with the reason', async () => {
    const { api } = await enter(ground)
    const given = new AbortController()
    given.abort(new Error('gone'))
    await expect(api.listVms({ offset: 0, limit: 5 }, given.signal)).rejects.toThrow('gone')
  })

  test('HTML in place of an answer is a broken contract, never an empty list', async () => {
    const { api } = await enter(ground)
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })),
    )
    expect(await refusal(api.listVms({ offset: 0, limit: 5 }))).toMatchObject({ kind: 'contract' })
  })

  test('switching a VM off is followed to its end', async () => {
    const { api, skip } = await enter(ground)
    const vm = await oneOn(api)
    const { task } = await api.setPower(vm.id, 'off')
    expect((await api.getTask(task ?? '')).state).toMatch(/waiting|running/u)
    await skip(10 * 60_000)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ kind: 'power-off', state: 'done' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'off' })
  })

  test('results are newest first, each under an id of its own, and their outcomes are in the trail', async () => {
    const { api } = await enter(ground)
    const { rows: vms } = await api.listVms({ offset: 0, limit: 100, text: 'web-frontend-01' })
    const [vm] = vms
    const { rows } = await api.listBackups(vm?.id ?? '')
    expect(rows.length).toBeGreaterThan(0)
    const times = rows.map(({ createdAt }) => createdAt?.getTime() ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    const { outcomes } = await api.recentOutcomes(new Date((times[0] ?? 0) - 86_400_000))
    expect(outcomes.find(({ vmId }) => vmId === vm?.id)).toMatchObject({ outcome: rows[0]?.outcome })
  })

  test('a save that is based on something else is refused as stale, and nothing is sent', async () => {
    const { api, writes } = await enter(ground)
    const vm = await oneOn(api)
    const before = writes()
    const change = { assignments: [], basedOn: `${vm.revision} of yesterday` }
    expect(await refusal(api.saveProtection(vm.id, change))).toMatchObject({ kind: 'stale' })
    expect(writes()).toBe(before)
  })

  test('every policy of a VM is one of those in sight', async () => {
    const { api } = await enter(ground)
    const { rows } = await api.listPoliciesInSight()
    const seen = new Set(rows.map(({ id }) => id))
    expect(seen.size).toBe(rows.length)
    const { rows: vms } = await api.listVms({ offset: 0, limit: 100, text: 'web-frontend-01' })
    const used = vms.flatMap(({ assignments }) => assignments ?? []).map(({ policyId }) => policyId)
    expect(used.length).toBeGreaterThan(0)
    for (const id of used) expect(seen.has(id)).toBe(true)
  })

  test('what would be sent is told without secrets, and not sent', async () => {
    const { api, writes } = await enter(ground)
    const vm = await oneOn(api)
    const before = writes()
    const told = await api.describe.setPower(vm.id, 'off')
    expect(told.method).not.toBe('GET')
    expect(JSON.stringify(told)).not.toMatch(/[0-9a-f]{64}|operator:/u)
    expect(writes()).toBe(before)
  })
})
