import { afterEach, describe, expect, test, vi } from 'vitest'

import { suggestedOrder } from '~/domain/backup-ways'
import { seesAllEnds } from '~/domain/failure-sight'
import { allBackups } from '~/domain/samples'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { abiquoBench, earlyBench } from '../abiquo/abiquo.bench'
import { cixBench, credentialsOf } from '../cloudcix/cloudcix.bench'
import { ApiError } from '../error'
import { nebulaBench } from '../opennebula/opennebula.bench'
import type { Platform } from '../port'
import type { Credentials } from '../port-sign-in'
import { sentRequests } from '../sent-requests'
import { vmNamed } from './seeded.bench'

/** One adapter with a simulated platform behind it, and what a tenant's story needs of it. */
interface Stage {
  readonly api: Platform
  readonly fetch: (address: string | URL | Request, init?: RequestInit) => Promise<Response>
  readonly credentials: Credentials
  readonly skipHour: () => Promise<void>
  /** Nobody is told how planned backups end. */
  readonly quiet?: true
}

const operator: Credentials = { user: 'operator', password: 'operator' }

/** What the port promises of everyday work holds for each platform, whatever it can do besides. */
const stages: readonly (readonly [name: string, stage: () => Stage])[] = [
  [
    'abiquo',
    () => {
      const { api, fetch, skip } = abiquoBench()
      return { api, fetch, credentials: operator, skipHour: () => skip(3_600_000) }
    },
  ],
  [
    'abiquo before 4.0',
    () => {
      const { api, fetch, skip } = earlyBench()
      return { api, fetch, credentials: operator, skipHour: () => skip(3_600_000), quiet: true }
    },
  ],
  [
    'opennebula',
    () => {
      const { api, fetch, skip } = nebulaBench()
      return { api, fetch, credentials: operator, skipHour: () => skip(3_600) }
    },
  ],
  ...(['iaas', 'compute'] as const).map((generation): readonly [string, () => Stage] => [
    `cloudcix ${generation}`,
    () => {
      const { api, fetch, skip } = cixBench(generation)
      return { api, fetch, credentials: credentialsOf('operator'), skipHour: () => skip(60) }
    },
  ]),
]

async function enter(newStage: () => Stage) {
  const stage = newStage()
  vi.stubGlobal('fetch', stage.fetch)
  return { ...stage, actor: await stage.api.signIn(stage.credentials) }
}

const kindOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((cause: unknown) => cause)
  return error instanceof ApiError ? error.kind : 'not refused'
}

const freshOrder = async (api: Platform, vm: VirtualMachine) => {
  const { ways } = await api.getSite(vm.id)
  return suggestedOrder(ways, vm.name, new Date())
}

afterEach(() => vi.unstubAllGlobals())

describe.each(stages)('%s', (_, newStage) => {
  test('a wrong password is told as such, and after signing out nothing is answered', async () => {
    const { api, credentials, actor } = await enter(newStage)
    expect(actor.name).toBe(credentials.user)
    expect(actor.may.has('backup.configure')).toBe(true)
    expect([...actor.may].some((one) => actor.absent.has(one))).toBe(false)
    await api.signOut()
    expect(await kindOf(api.listVms({ offset: 0, limit: 1 }))).toBe('signed-out')
    expect(await kindOf(api.signIn({ ...credentials, password: 'guess' }))).toBe('signed-out')
  })

  test('a read that is refused late, for a session that has ended, is answered in the one since', async () => {
    const { api, fetch, credentials } = await enter(newStage)
    const late = new AbortController()
    const over = new Promise<void>((resolve) => {
      late.signal.addEventListener('abort', () => resolve())
    })
    vi.stubGlobal('fetch', () => over.then(() => new Response('', { status: 401 })))
    const list = api.listVms({ offset: 0, limit: 10 })
    await vi.waitFor(() => expect(sentRequests.get()[0]?.answer).toBeNull())
    vi.stubGlobal('fetch', fetch)
    await api.signIn(credentials)
    late.abort()
    await expect(list).resolves.toMatchObject({ unreadable: 0 })
  })

  test('the end of a session is known from its beginning on, and is put off when someone wants to stay', async () => {
    const { api } = await enter(newStage)
    const ends = api.sessionEnds() ?? 0
    expect(ends).toBeGreaterThan(Date.now() + 20 * 60_000)
    const device = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 60_000)
    await api.staySignedIn()
    expect(api.sessionEnds() ?? 0).toBeGreaterThanOrEqual(Date.now() + 29 * 60_000)
    device.mockRestore()
    await api.signOut()
    expect(api.sessionEnds()).toBeNull()
  })

  test('windows of the list of VMs make the whole list, each VM once', async () => {
    const { api } = await enter(newStage)
    const whole = await api.listVms({ offset: 0, limit: 100 })
    const parts = await Promise.all([0, 7].map((offset) => api.listVms({ offset, limit: 7 })))
    expect(parts.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole.rows.slice(0, 14).map(({ id }) => id))
    expect(new Set(whole.rows.map(({ id }) => id)).size).toBe(whole.rows.length)
    expect(whole).toMatchObject({ unreadable: 0, total: expect.any(Number) })
    const [first] = whole.rows
    await expect(api.getVm(first?.id ?? '')).resolves.toEqual(first)
  })

  test('a backup of a running VM is asked for as the site suggests, and leaves a result and an outcome', async () => {
    const { api, skipHour } = await enter(newStage)
    const vm = await vmNamed(api, 'erp-app-02')
    const before = await api.listBackups(vm.id, allBackups)
    const { task } = await api.backUpNow(vm.id, await freshOrder(api, vm))
    expect(await api.getTask(task ?? '')).toMatchObject({
      kind: 'backup',
      state: expect.stringMatching(/waiting|running/),
    })
    await skipHour()
    expect(await api.getTask(task ?? '')).toMatchObject({ state: 'done' })
    const after = await api.listBackups(vm.id, allBackups)
    expect(after.rows[0]).toMatchObject({ outcome: 'good' })
    expect(after.rows.length).toBeGreaterThan(before.rows.length)
    const times = after.rows.map(({ createdAt }) => createdAt?.getTime() ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const [newest] = after.rows
    await expect(api.getBackup(vm.id, newest?.id ?? '')).resolves.toEqual(newest)
    const oldestFirst = await api.listBackups(vm.id, { ...allBackups, oldestFirst: true })
    expect(oldestFirst.rows.at(-1)).toEqual(newest)
    const { outcomes } = await api.recentOutcomes(new Date(0))
    expect(outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({ outcome: 'good' })
  })

  test('who operates backups is told how each ended, or that nobody is, and what is out of sight are events that the platform has', async () => {
    const { api, actor, quiet = false } = await enter(newStage)
    expect(seesAllEnds(actor)).toBe(!quiet)
    const { actions, unseen } = await api.getTrailWords()
    expect(actions).toEqual(expect.arrayContaining(unseen.flatMap((audience) => audience.actions)))
  })

  test('without a network a write is not even sent, and an id that is none is not found', async () => {
    const { api } = await enter(newStage)
    const vm = await vmNamed(api, 'erp-app-02')
    const order = await freshOrder(api, vm)
    vi.stubGlobal('navigator', { onLine: false })
    expect(await kindOf(api.backUpNow(vm.id, order))).toBe('offline')
    vi.unstubAllGlobals()
    expect(await kindOf(api.getVm('../1'))).toBe('not-found')
  })
})
