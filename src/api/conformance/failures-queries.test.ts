import { environmentManager, focusManager, MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Page } from '~/domain/page'
import type { Actor } from '~/domain/privilege'
import type { Task } from '~/domain/task'
import type { Tenant } from '~/domain/tenant'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { abiquo } from '../abiquo/adapter'
import { ApiError, type ErrorKind } from '../error'
import { connect } from '../platform'
import type { Platform } from '../port'
import { fleet, queryClient, task, vm } from '../queries'
import { checkLine, lineSight, watchLine } from '../queries/line'
import { backUpNow, saveProtection } from '../queries/protection'
import { tenants } from '../queries/tenants'
import { readRights, session, signIn } from '../session'
import { benches, enter } from './fixture.bench'
import { vmNamed } from './seeded.bench'

const second = 1_000
const minute = 60 * second

const failed = (kind: ErrorKind, detail: ConstructorParameters<typeof ApiError>[2] = {}): ApiError =>
  new ApiError(kind, 'It failed', detail)

const some: Page<Tenant> = { rows: [{ id: '5', name: 'Acme' }], total: 1, unreadable: 0 }

/** A platform of which some members are the test's own. */
const platformWith = (members: Partial<Platform>): Platform => ({
  ...abiquo({ base: 'https://cloud.example/api' }),
  ...members,
})

/** Notes when it is asked, and answers what it is told to. */
function asked<T>(answer: () => Promise<T>) {
  const at: number[] = []
  return {
    at,
    ask: async (): Promise<T> => {
      at.push(Date.now())
      return answer()
    },
  }
}

const gaps = (at: readonly number[]): readonly number[] => at.slice(1).map((one, place) => one - (at[place] ?? 0))

/** The most questions in any half a minute. */
const mostInHalfMinute = (at: readonly number[]): number =>
  Math.max(...at.map((one) => at.filter((other) => other >= one && other <= one + 30 * second).length))

const sendTo = (options: ReturnType<typeof saveProtection>) =>
  new MutationObserver(queryClient, options).mutate({ assignments: [], basedOn: '' })

const running = async (): Promise<Task> => ({
  id: '1',
  kind: 'backup',
  kindText: 'BACKUP',
  state: 'running',
  stateText: 'STARTED',
  startedAt: new Date(0),
  updatedAt: new Date(0),
  by: null,
  jobs: [],
})

/** A VM like any other, from the seeded world. */
async function anyVm(): Promise<VirtualMachine> {
  const [, newBench] = benches[0] ?? []
  if (!newBench) throw new Error('There is no platform')
  const { api } = await enter(newBench)
  const found = await vmNamed(api, 'erp-app-02')
  vi.unstubAllGlobals()
  return found
}

// Without a window it would take this for a server, and ask nothing by itself.
environmentManager.setIsServer(() => false)

beforeEach(() => {
  vi.useFakeTimers()
  queryClient.mount()
})
afterEach(() => {
  queryClient.unmount()
  queryClient.clear()
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what the screen asks when something fails', () => {
  test('1 network lost at the first load: an error within 10 s, and Retry shows the data', async () => {
    let works = false
    connect(platformWith({ listTenants: async () => (works ? some : Promise.reject(failed('offline'))) }))
    const panel = new QueryObserver(queryClient, tenants())
    const close = panel.subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(10 * second)
    expect(panel.getCurrentResult()).toMatchObject({ status: 'error', error: { kind: 'offline' } })
    works = true
    await panel.refetch()
    expect(panel.getCurrentResult()).toMatchObject({ status: 'success', data: some })
    close()
  })

  test('2 network lost at a refresh: the old rows stay, with their age', async () => {
    let works = true
    connect(platformWith({ listTenants: async () => (works ? some : Promise.reject(failed('offline'))) }))
    const panel = new QueryObserver(queryClient, tenants())
    const close = panel.subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(second)
    const { dataUpdatedAt } = panel.getCurrentResult()
    works = false
    void panel.refetch()
    await vi.advanceTimersByTimeAsync(minute)
    expect(panel.getCurrentResult()).toMatchObject({ data: some, dataUpdatedAt, error: { kind: 'offline' } })
    close()
  })

  test('5 a read that waited in vain is not repeated: the error is there when the wait is over', async () => {
    const { at, ask } = asked<Page<Tenant>>(() => Promise.reject(failed('offline', { late: true })))
    connect(platformWith({ listTenants: ask }))
    await expect(queryClient.query({ ...tenants() })).rejects.toMatchObject({ late: true })
    expect(at).toHaveLength(1)
  })

  test('8 answers out of order: only that of the current selection is shown, and the other is hung up', async () => {
    const one = await anyVm()
    const hungUp: string[] = []
    const getVm: Platform['getVm'] = async (id, signal) => {
      signal?.addEventListener('abort', () => hungUp.push(id))
      await vi.advanceTimersByTimeAsync(0)
      await new Promise((done) => setTimeout(done, id === 'slow' ? 5 * second : second))
      return { ...one, id }
    }
    connect(platformWith({ getVm }))
    const panel = new QueryObserver(queryClient, vm('slow'))
    const shown: (string | undefined)[] = []
    const close = panel.subscribe(({ data }) => shown.push(data?.id))
    await vi.advanceTimersByTimeAsync(100)
    panel.setOptions(vm('quick'))
    await vi.advanceTimersByTimeAsync(10 * second)
    expect(panel.getCurrentResult().data?.id).toBe('quick')
    expect(shown).not.toContain('slow')
    expect(hungUp).toEqual(['slow'])
    close()
  })

  test('9 a read is asked three times at most, with growing and spread pauses; a write once', async () => {
    const read = asked<Page<Tenant>>(() => Promise.reject(failed('server')))
    const write = asked<never>(() => Promise.reject(failed('server')))
    connect(platformWith({ listTenants: read.ask, backUpNow: write.ask }))
    const panel = new QueryObserver(queryClient, tenants())
    const close = panel.subscribe(() => undefined)
    const button = new MutationObserver(queryClient, backUpNow('1'))
    await expect(button.mutate({ replicate: false })).rejects.toMatchObject({ kind: 'server' })
    await vi.advanceTimersByTimeAsync(5 * minute)
    const [first = 0, next = 0, ...more] = gaps(read.at)
    expect(first).toBeGreaterThanOrEqual(500)
    expect(first).toBeLessThanOrEqual(625)
    expect(next).toBeGreaterThanOrEqual(1_000)
    expect(next).toBeLessThanOrEqual(1_250)
    expect(more).toEqual([])
    expect(write.at).toHaveLength(1)
    close()
  })

  test.each<ErrorKind>(['signed-out', 'forbidden', 'not-found', 'conflict', 'invalid', 'contract', 'link'])(
    '14 15 24 52 a read that was %s is not repeated by itself',
    async (kind) => {
      const { at, ask } = asked<Page<Tenant>>(() => Promise.reject(failed(kind)))
      connect(platformWith({ listTenants: ask }))
      await expect(queryClient.query({ ...tenants() })).rejects.toMatchObject({ kind })
      expect(at).toHaveLength(1)
    },
  )

  test('14 rights are read again after a refusal, and only another person may not come of it', async () => {
    const [, newBench] = benches[0] ?? []
    if (!newBench) throw new Error('There is no platform')
    const { api } = await enter(newBench)
    const actor = await api.resume()
    expect(actor).toMatchObject({ name: 'operator', may: expect.any(Set) })
    if (!actor) return
    let next: Actor = { ...actor, may: new Set([...actor.may].filter((one) => one !== 'backup.restore')) }
    connect({ ...api, resume: async () => next })
    await signIn({ user: 'operator', password: 'operator' })
    expect(await readRights()).toBe(true)
    expect(session.get()).toMatchObject({ state: 'signed-in', actor: next })
    expect(await readRights()).toBe(false)
    next = { ...actor, name: 'someone-else' }
    expect(await readRights()).toBe(false)
    expect(session.get()).toMatchObject({ actor: { name: 'operator' } })
  })

  test('13 many refusals of a session at once make one prompt', async () => {
    const actor = {
      name: 'ada',
      fullName: 'Ada Byron',
      role: 'r',
      tenant: { id: '5', name: 'Acme' },
      may: new Set([]),
      absent: new Set([]),
    }
    connect(platformWith({ signIn: async () => actor, getVm: () => Promise.reject(failed('signed-out')) }))
    await signIn({ user: 'ada', password: 'secret' })
    const states: string[] = []
    const close = session.subscribe(() => states.push(session.get().state))
    await Promise.allSettled(Array.from({ length: 8 }, (_, n) => queryClient.query({ ...vm(String(n)) })))
    expect(states).toEqual(['ended'])
    close()
  })

  test('20 the platform asks for a short pause: it is kept', async () => {
    const { at, ask } = asked<Page<Tenant>>(() => Promise.reject(failed('busy', { retryAfter: 7 * second })))
    connect(platformWith({ listTenants: ask }))
    const panel = new QueryObserver(queryClient, tenants())
    const close = panel.subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(minute)
    expect(gaps(at)).toEqual([7 * second, 7 * second])
    close()
  })

  test('20 a long pause is said at once, and nobody asks before it is over', async () => {
    const { at, ask } = asked<Task>(() => Promise.reject(failed('busy', { retryAfter: 5 * minute })))
    connect(platformWith({ getTask: ask }))
    const panel = new QueryObserver(queryClient, task('1'))
    const close = panel.subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(second)
    expect(panel.getCurrentResult()).toMatchObject({ status: 'error', error: { retryAfter: 5 * minute } })
    await vi.advanceTimersByTimeAsync(16 * minute)
    expect(gaps(at).every((gap) => gap >= 5 * minute)).toBe(true)
    expect(at.length).toBeGreaterThanOrEqual(3)
    close()
  })

  test.each(['before the first answer', 'after it'])(
    '22 down everywhere, %s: at most 5 questions in 30 s, ever less often, and it comes back by itself',
    async (when) => {
      let works = when === 'after it'
      const { at, ask } = asked<Task>(() => (works ? running() : Promise.reject(failed('server', { status: 503 }))))
      connect(platformWith({ getTask: ask }))
      const panel = new QueryObserver(queryClient, task('1'))
      const close = panel.subscribe(() => undefined)
      await vi.advanceTimersByTimeAsync(3 * second)
      works = false
      const before = at.length
      await vi.advanceTimersByTimeAsync(30 * minute)
      const since = at.slice(before)
      expect(mostInHalfMinute(since)).toBeLessThanOrEqual(5)
      const pauses = gaps(since).filter((gap) => gap > 10 * second)
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
      expect(pauses.at(-1)).toBe(2 * minute)
      works = true
      await vi.advanceTimersByTimeAsync(3 * minute)
      expect(panel.getCurrentResult()).toMatchObject({ status: 'success', data: { state: 'running' } })
      close()
    },
  )

  test('22 down everywhere: one page says so, panels that ask the same share a question, and all come back together', async () => {
    let works = true
    let thinks = 0
    const answer = async <T>(served: T): Promise<T> => {
      await new Promise((over) => setTimeout(over, thinks))
      if (!works) throw failed('server', { status: 503 })
      return served
    }
    const [list, work] = [asked(() => answer(some)), asked(async () => answer(await running()))]
    connect(platformWith({ listTenants: list.ask, getTask: work.ask }))
    watchLine()
    works = false
    const panels = [tenants(), tenants(), tenants()].map((one) => new QueryObserver(queryClient, one))
    const closes = panels.map((one) => one.subscribe(() => undefined))
    closes.push(new QueryObserver(queryClient, task('1')).subscribe(() => undefined))
    await vi.advanceTimersByTimeAsync(5 * second)
    expect(lineSight.get()).toBe('blank')
    expect(list.at).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(20 * minute)
    for (const { at } of [list, work]) expect(mostInHalfMinute(at)).toBeLessThanOrEqual(5)
    // What is shown then stays while the platform is asked again and thinks it over.
    const shown: string[] = []
    closes.push(lineSight.subscribe(() => shown.push(lineSight.get())))
    thinks = 5 * second
    await vi.advanceTimersByTimeAsync(20 * minute)
    expect(shown).toEqual([])
    thinks = 0
    works = true
    const checked = checkLine()
    await vi.advanceTimersByTimeAsync(2 * second)
    await checked
    expect(lineSight.get()).toBe('well')
    expect(panels.map((one) => one.getCurrentResult().status)).toEqual(['success', 'success', 'success'])
    for (const close of closes) close()
  })

  test.each([
    ['the same rows for ever', () => 0],
    ['new rows for ever', (offset: number) => offset],
  ])('28 a list that says it has a billion VMs and gives %s ends', async (_, start) => {
    const one = await anyVm()
    const { at, ask } = asked(async () => null)
    const listVms: Platform['listVms'] = async ({ offset, limit }) => {
      await ask()
      const rows = Array.from({ length: Math.min(limit, 3) }, (__, n) => ({ ...one, id: String(start(offset) + n) }))
      return { rows, total: 1_000_000_000, unreadable: 0 }
    }
    connect(platformWith({ listVms }))
    const { rows } = await queryClient.query({ ...fleet() })
    expect(at.length).toBeLessThanOrEqual(50)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  test('37 38 a hidden tab asks nothing for half an hour; shown again, each panel asks once', async () => {
    const { at, ask } = asked(running)
    connect(platformWith({ getTask: ask }))
    const closes = ['1', '2', '3'].map((id) => new QueryObserver(queryClient, task(id)).subscribe(() => undefined))
    await vi.advanceTimersByTimeAsync(second)
    expect(at).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(9 * second)
    const before = at.length
    expect(before).toBeGreaterThan(9)
    focusManager.setFocused(false)
    await vi.advanceTimersByTimeAsync(30 * minute)
    expect(at).toHaveLength(before)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(second)
    expect(at).toHaveLength(before + 3)
    for (const close of closes) close()
  })

  test.each([
    ['15', 'not-found', 1],
    ['17', 'stale', 1],
    ['18', 'conflict', 1],
    ['20', 'busy', 0],
    ['14', 'forbidden', 0],
  ] as const)(
    '%s after a write that was refused as %s, what is on the screen is read again where it is old by then',
    async (_, kind, times) => {
      const { at, ask } = asked(async () => some)
      connect(platformWith({ listTenants: ask, saveProtection: () => Promise.reject(failed(kind)) }))
      const close = new QueryObserver(queryClient, tenants()).subscribe(() => undefined)
      await vi.advanceTimersByTimeAsync(second)
      await expect(sendTo({ ...saveProtection('1'), meta: { oneOfSeveral: true } })).rejects.toMatchObject({ kind })
      await vi.advanceTimersByTimeAsync(second)
      expect(at).toHaveLength(1)
      await expect(sendTo(saveProtection('1'))).rejects.toMatchObject({ kind })
      await vi.advanceTimersByTimeAsync(second)
      expect(at).toHaveLength(1 + times)
      close()
    },
  )

  test('39 back on the network each panel asks once, and a write that was refused is not sent', async () => {
    const read = asked(async () => some)
    const write = asked<never>(() => Promise.reject(failed('offline')))
    connect(platformWith({ listTenants: read.ask, backUpNow: write.ask }))
    const panel = new QueryObserver(queryClient, { ...tenants(), staleTime: 0 })
    const close = panel.subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(second)
    onlineManager.setOnline(false)
    const button = new MutationObserver(queryClient, backUpNow('1'))
    await expect(button.mutate({ replicate: false })).rejects.toMatchObject({ kind: 'offline' })
    await vi.advanceTimersByTimeAsync(minute)
    const [reads, writes] = [read.at.length, write.at.length]
    onlineManager.setOnline(true)
    await vi.advanceTimersByTimeAsync(minute)
    expect(read.at.length - reads).toBe(1)
    expect(write.at.length - writes).toBe(0)
    close()
  })
})
