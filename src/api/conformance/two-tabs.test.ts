import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { type BulkJob, linesAt, reduceJob } from '~/domain/bulk-job'
import { alone, isHeld } from '~/pages/vms/bulk-lock'
import { newBulkStore } from '~/pages/vms/bulk-store'

import { abiquo } from '../abiquo/adapter'
import { connect } from '../platform'
import { keepChanges, keepJob, keptJob, keptJobKey } from '../queries/bulk'

type Work = (lock: object | null) => Promise<unknown>

/** The locks of a browser, as far as they are used: whoever asks for a free one has it before the answer comes. */
function newLocks() {
  const held = new Set<string>()
  const waiting: (() => void)[] = []
  const run = async (name: string, work: Work): Promise<unknown> => {
    held.add(name)
    try {
      return await work({ name })
    } finally {
      held.delete(name)
      waiting.shift()?.()
    }
  }
  return {
    query: async () => ({ held: Array.from(held, (name) => ({ name })) }),
    request: async (name: string, ...asked: [Work] | [object, Work]): Promise<unknown> => {
      await Promise.resolve()
      if (asked.length === 2) return held.has(name) ? asked[1](null) : run(name, asked[1])
      if (held.has(name)) await new Promise<void>((free) => waiting.push(free))
      return run(name, asked[0])
    },
  }
}

function newStorage() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (place: number) => Array.from(kept.keys())[place] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const at = '2026-03-02T08:00:00.000Z'
const jobOf = (id: string, ...vms: readonly string[]): BulkJob => ({
  id,
  startedAt: at,
  order: { action: 'backup', replicate: false, replicateOwn: {} },
  lines: vms.map((vm) => ({ id: vm, name: vm, datacenter: null, tenant: null, replaces: [], replicate: false })),
  states: {},
})

type Heard = (event: { readonly key: string; readonly newValue: string | null }) => void

/** What the platform was asked for, in its order. */
let sent: string[] = []
/** Lets the platform answer. */
let answer: () => void = () => undefined
let heard: Heard[] = []

beforeEach(() => {
  sent = []
  heard = []
  vi.stubGlobal('navigator', { onLine: true, locks: newLocks() })
  vi.stubGlobal('localStorage', newStorage())
  vi.stubGlobal('addEventListener', (_: string, listener: Heard) => heard.push(listener))
  const answers = new Promise<void>((come) => {
    answer = come
  })
  connect({
    ...abiquo({ base: 'https://cloud.example/api' }),
    backUpNow: async (vmId) => {
      sent.push(vmId)
      await answers
      return { task: null }
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

/** A tab of ada's browser; `hears` is the news that her other tabs wrote something, as late as a browser may bring it. */
async function newTab() {
  const store = newBulkStore('ada')
  const listener = heard.at(-1)
  await settled()
  return {
    store,
    hears: (key: string): void => listener?.({ key, newValue: localStorage.getItem(key) }),
    /** Whether a change of these VMs began here. */
    start: (job: BulkJob): Promise<boolean> => new Promise((told) => store.start(job, told)),
    isOver: () => vi.waitFor(() => expect(store.get().run).toBe('none'), { timeout: 10_000 }),
    done: () => linesAt(store.get().job ?? jobOf(''), 'done').length,
  }
}

const settled = (): Promise<void> => new Promise((passed) => setTimeout(passed))

test('a change that begins while another tab sends one is refused, and the other goes on', async () => {
  const [one, other] = [await newTab(), await newTab()]
  expect(await one.start(jobOf('1', 'a', 'b', 'c'))).toBe(true)
  // Nothing was heard of it yet.
  expect(await other.start(jobOf('2', 'x'))).toBe(false)
  expect(other.store.get()).toMatchObject({ run: 'elsewhere', job: { id: '1' } })
  answer()
  await one.isOver()
  await other.isOver()
  expect(sent.toSorted()).toEqual(['a', 'b', 'c'])
  expect(keptJob('ada')).toMatchObject({ id: '1' })
})

test('of changes that begin in two tabs at once one does, and the other tab says so', async () => {
  const [one, other] = [await newTab(), await newTab()]
  const begun = await Promise.all([one.start(jobOf('1', 'a', 'b')), other.start(jobOf('2', 'x', 'y'))])
  expect(begun).toEqual([true, false])
  answer()
  await one.isOver()
  expect(sent.toSorted()).toEqual(['a', 'b'])
})

test('news of what another tab wrote does not take the place of what begins here', async () => {
  keepJob('ada', jobOf('old', 'o'))
  const tab = await newTab()
  answer()
  tab.store.goOn()
  await tab.isOver()
  const begun = tab.start(jobOf('new', 'a', 'b'))
  tab.hears(keptJobKey('ada'))
  expect(await begun).toBe(true)
  await tab.isOver()
  expect(sent).toEqual(['o', 'a', 'b'])
  expect(keptJob('ada')).toMatchObject({ id: 'new' })
})

test('a change does not take the place of one that another tab left with lines that wait', async () => {
  const tab = await newTab()
  keepJob('ada', jobOf('1', 'a'))
  expect(await tab.start(jobOf('2', 'x'))).toBe(false)
  expect(tab.store.get()).toMatchObject({ run: 'none', job: { id: '1' } })
  expect(sent).toEqual([])
})

test('what another tab has sent on meanwhile is not sent again, and what it finished is not begun anew', async () => {
  keepJob('ada', jobOf('1', 'a', 'b'))
  const [one, other, third] = [await newTab(), await newTab(), await newTab()]
  answer()
  one.store.goOn()
  await one.isOver()
  other.store.goOn()
  await other.isOver()
  expect(other.done()).toBe(2)
  one.store.discard()
  await vi.waitFor(() => expect(one.store.get().job).toBeNull())
  third.store.goOn()
  await vi.waitFor(() => expect(third.store.get()).toMatchObject({ run: 'none', job: null }))
  expect(sent).toEqual(['a', 'b'])
})

test('what another tab sends is neither discarded nor sent again by who does not know it yet', async () => {
  keepJob('ada', jobOf('1', 'a', 'b', 'c'))
  const [one, other, third] = [await newTab(), await newTab(), await newTab()]
  one.store.goOn()
  await vi.waitFor(() => expect(sent).toEqual(['a', 'b']))
  other.store.discard()
  third.store.again(['a'])
  await vi.waitFor(() => expect(other.store.get().run).toBe('elsewhere'))
  await vi.waitFor(() => expect(third.store.get().run).toBe('elsewhere'))
  answer()
  await one.isOver()
  await other.isOver()
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(other.done()).toBe(3)
})

test('where a browser has no locks the tabs ask each other', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  const [one, other] = [await newTab(), await newTab()]
  await settled()
  const begun = await Promise.all([one.start(jobOf('1', 'a', 'b')), other.start(jobOf('2', 'x', 'y'))])
  expect(begun.filter((did) => did)).toHaveLength(1)
  // One that is opened now does not take what is on its way for interrupted.
  const late = await newTab()
  await vi.waitFor(() => expect(late.store.get().run).toBe('elsewhere'), { timeout: 10_000 })
  answer()
  await Promise.all([one.isOver(), other.isOver(), late.isOver()])
  expect(sent.toSorted()).toEqual(begun[0] ? ['a', 'b'] : ['x', 'y'])
  expect(late.done()).toBe(2)
}, 20_000)

const refuse = (): Promise<never> => Promise.reject(new DOMException('Blocked', 'SecurityError'))

test('where a browser refuses its locks, as it does to blocked site data, a change begins all the same', async () => {
  vi.stubGlobal('navigator', { onLine: true, locks: { query: refuse, request: refuse } })
  const tab = await newTab()
  expect(await tab.start(jobOf('1', 'a'))).toBe(true)
  answer()
  await tab.isOver()
  expect(sent).toEqual(['a'])
}, 10_000)

test('a change that cannot begin says so, and the next one can', async () => {
  const locks = newLocks()
  const request = refuse
  vi.stubGlobal('navigator', { onLine: true, locks: { query: locks.query, request } })
  const tab = await newTab()
  expect(await tab.start(jobOf('1', 'a'))).toBe(false)
  expect(tab.store.get()).toMatchObject({ run: 'none', job: null })
  vi.stubGlobal('navigator', { onLine: true, locks })
  expect(await tab.start(jobOf('2', 'b'))).toBe(true)
  answer()
  await tab.isOver()
  expect(sent).toEqual(['b'])
})

test('without locks, tabs that only look do not take each other for one that works', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  expect(await Promise.all([isHeld('looked'), isHeld('looked')])).toEqual([false, false])
})

test('without locks, a busy tab has a second to say that it works', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  const other = new BroadcastChannel('busy')
  const tell = other.postMessage.bind(other)
  other.addEventListener(
    'message',
    ({ data }: MessageEvent<unknown>) => void setTimeout(() => tell(-Number(data)), 700),
  )
  const work = vi.fn<() => Promise<void>>(() => Promise.resolve())
  expect(await alone('busy', work)).toBe(false)
  expect(work).not.toHaveBeenCalled()
  other.close()
})

test('a line that another tab sent meanwhile is not sent again', async () => {
  const [tab, job] = [await newTab(), jobOf('1', 'a', 'b', 'c')]
  expect(await tab.start(job)).toBe(true)
  await vi.waitFor(() => expect(sent).toEqual(['a', 'b']))
  const kept = keptJob('ada') ?? job
  const going = reduceJob(kept, { type: 'send', id: 'c', at })
  keepChanges('ada', kept, reduceJob(going, { type: 'answer', id: 'c', at, answer: { kind: 'done', task: null } }))
  answer()
  await tab.isOver()
  expect(sent).toEqual(['a', 'b'])
  expect(tab.done()).toBe(3)
})

test('where the data of the site were cleared, what this tab knows goes on and is kept again', async () => {
  keepJob('ada', jobOf('1', 'a', 'b'))
  const tab = await newTab()
  vi.stubGlobal('localStorage', newStorage())
  answer()
  tab.store.goOn()
  await vi.waitFor(() => expect(tab.done()).toBe(2))
  await tab.isOver()
  expect(sent).toEqual(['a', 'b'])
  expect(linesAt(keptJob('ada') ?? jobOf(''), 'done')).toEqual(['a', 'b'])
})
