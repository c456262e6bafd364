import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { sentRequests } from '../sent-requests'
import { cixBench, credentialsOf, enterCix, start } from './cloudcix.bench'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const order = { replicate: false, place: '2', name: ' before the upgrade ' }

describe('signing in', () => {
  test('takes a token for name, password and key, none of which is kept or told', async () => {
    const { actor, api, sent } = await enterCix()
    expect(actor).toMatchObject({
      name: 'operator@costaverde.example',
      fullName: 'Olga Puig',
      tenant: { id: '100', name: 'Costa Verde Retail' },
      vmsIn: 'projects',
    })
    expect(actor.absent.has('backup.schedule')).toBe(true)
    await api.listVms({ offset: 0, limit: 10 })
    expect(sent.every(({ headers }) => /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(headers.get('x-auth-token') ?? ''))).toBe(true)
    const told = JSON.stringify(sentRequests.get())
    expect(told).toContain('"X-Auth-Token","$TOKEN"')
    expect(told).not.toMatch(/SIMULATED-KEY|eyJ/u)
    await api.signOut()
    const before = sent.length
    expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
    expect(sent).toHaveLength(before)
  })

  test('says what is wanted next: the key, a one-time code, a first code', async () => {
    const { api, fetch } = cixBench()
    vi.stubGlobal('fetch', fetch)
    const asks = async (nick: string, more: object) => {
      const { kind, more: gap } = await refusal(api.signIn({ ...credentialsOf(nick), more }))
      return [kind, gap?.key, gap?.wrong]
    }
    const key = { 'api-key': 'SIMULATED-KEY' }
    expect(await asks('operator', {})).toEqual(['signed-out', 'api-key', false])
    expect(await asks('operator', { 'api-key': 'x' })).toEqual(['signed-out', 'api-key', true])
    expect(await asks('admin', key)).toEqual(['signed-out', 'one-time-code', false])
    expect(await asks('admin', { ...key, 'one-time-code': '1' })).toEqual(['signed-out', 'one-time-code', true])
    expect(await asks('new', key)).toEqual(['signed-out', 'first-code', false])
    expect(await refusal(api.signIn({ ...credentialsOf('operator'), password: 'x' }))).toMatchObject({
      kind: 'signed-out',
      more: null,
    })
    const signedIn = await api.signIn({ ...credentialsOf('admin'), more: { ...key, 'one-time-code': '123456' } })
    expect(signedIn.role).toBe('administrator')
    expect(JSON.stringify(sentRequests.get())).not.toContain('123456')
  })

  test('a token is changed for a new one in time, once for all who ask', async () => {
    vi.useFakeTimers({ now: start, toFake: ['Date'] })
    const { api, sent } = await enterCix()
    await api.listVms({ offset: 0, limit: 1 })
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false)
    vi.setSystemTime(start + 40 * 60_000)
    await Promise.all([api.listActivity(), api.listVms({ offset: 0, limit: 1 })])
    expect(sent.filter(({ method, path }) => method === 'PUT' && path === '/membership/auth/login/')).toHaveLength(1)
    expect(new Set(sent.map(({ headers }) => headers.get('x-auth-token'))).size).toBe(2)
  })

  test('a session that ended is told', async () => {
    const { api, control } = await enterCix()
    await control('faults', { endSessions: true })
    expect(await refusal(api.getVm('1'))).toMatchObject({ kind: 'signed-out', status: 401 })
  })
})

describe('VMs', () => {
  test('come in windows of rows where the platform counts pages, without what must not be kept', async () => {
    const { api, sent } = await enterCix()
    const all = await api.listVms({ offset: 0, limit: 100 })
    expect(all).toMatchObject({ total: 14, unreadable: 0 })
    const odd = await api.listVms({ offset: 3, limit: 5 })
    expect(odd.rows.map(({ id }) => id)).toEqual(all.rows.slice(3, 8).map(({ id }) => id))
    const back = await api.listVms({ offset: 0, limit: 2, descending: true })
    expect(back.rows.map(({ id }) => id)).toEqual(['14', '13'])
    await expect(api.listVms({ offset: 0, limit: 2, text: 'Web-Front' })).resolves.toMatchObject({ total: 3 })
    expect(JSON.stringify(all)).not.toContain('simulated-secret')
    expect(sent.every(({ search }) => Number(search.get('limit')) <= 100)).toBe(true)
  })

  test('say what they are, and why they cannot be backed up', async () => {
    const { api } = await enterCix()
    await expect(vmNamed(api, 'erp-db-01')).resolves.toMatchObject({
      state: 'on',
      memoryMb: 8_192,
      diskMb: 480 * 1_024,
      os: 'windows',
      byHand: true,
      assignments: [],
      tenant: { name: 'Costa Verde Retail' },
      virtualDatacenter: { name: 'Office' },
    })
    const blocks = await Promise.all(
      ['web-frontend-01', 'mail-store-01', 'render-node-01'].map(async (name) => (await vmNamed(api, name)).block),
    )
    expect(blocks).toEqual([null, { cause: 'failed-backup', backup: 'before the upgrade' }, { cause: 'graphics' }])
    await expect(vmNamed(api, 'old-portal-01')).resolves.toMatchObject({ state: 'unknown', stateText: 'SCRUB_QUEUE' })
    const group = await enterCix('iaas', 'group')
    await expect(vmNamed(group.api, 'logistics-app-01')).resolves.toMatchObject({ block: { cause: 'others' } })
    const viewer = await enterCix('iaas', 'viewer')
    await expect(vmNamed(viewer.api, 'web-frontend-01')).resolves.toMatchObject({ block: { cause: 'private' } })
  })

  test('are read whole by whoever stays when somebody else who asked with them leaves', async () => {
    const { api, fetch } = await enterCix()
    vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
      const answer = await fetch(address, init)
      init.signal?.throwIfAborted()
      return answer
    })
    const leaving = new AbortController()
    const list = api.listVms({ offset: 0, limit: 10 }, leaving.signal)
    const stays = api.getVm('1')
    leaving.abort(new Error('left the page'))
    await expect(list).rejects.toThrow('left the page')
    await expect(stays).resolves.toMatchObject({ id: '1' })
  })

  test('offer the repository that the newest backup is not in, and a restore by request', async () => {
    const { api } = await enterCix()
    const { system, ways, datacenter, timeZone } = await api.getSite('1')
    expect(ways.places.map(({ id }) => id)).toEqual(['2', '1'])
    expect(ways).toMatchObject({
      policies: false,
      nameLength: 128,
      onlyWhileOn: true,
      restores: [{ way: 'by-request', to: 'support@cix.example' }],
    })
    expect(system?.can.schedule).toBe(false)
    expect([datacenter, timeZone]).toEqual([{ id: '1', name: 'Barcelona' }, 'Europe/Madrid'])
  })
})

describe.each(['iaas', 'compute'] as const)('%s', (generation) => {
  test('a backup is made, followed, renamed and deleted', async () => {
    const { api, skip, sent, writes } = await enterCix(generation)
    const vm = await vmNamed(api, 'erp-app-02')
    const { task } = await api.backUpNow(vm.id, order)
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual(
      generation === 'iaas'
        ? { vm_id: 6, name: 'before the upgrade', repository: 2 }
        : { instance_id: 6, project_id: 2, type: 'hyperv', name: 'before the upgrade' },
    )
    expect(await api.getTask(task ?? '')).toMatchObject({ kind: 'backup', state: 'waiting' })
    await expect(api.listActivity()).resolves.toContainEqual({
      vmId: vm.id,
      task: expect.objectContaining({ id: task }),
    })
    expect(await refusal(api.backUpNow(vm.id, { ...order, name: 'again' }))).toMatchObject({ kind: 'conflict' })
    await skip(60)
    expect(await api.getTask(task ?? '')).toMatchObject({ state: 'done', stateText: /running/iu })
    const [newest] = (await api.listBackups(vm.id, allBackups)).rows
    expect(newest).toMatchObject({ name: 'before the upgrade', outcome: 'good' })
    await api.renameBackup(vm.id, newest?.id ?? '', 'kept')
    const [renamed] = (await api.listBackups(vm.id, allBackups)).rows
    expect(renamed?.name).toBe('kept')
    const deletion = await api.deleteBackup(vm.id, newest?.id ?? '', [newest?.id ?? ''])
    expect(await api.getTask(deletion.task ?? '')).toMatchObject({ kind: 'delete-backup', state: 'running' })
    expect((await api.listBackups(vm.id, allBackups)).rows[0]).toMatchObject({ name: 'kept', leaving: true })
    await skip(60)
    expect(await api.getTask(deletion.task ?? '')).toMatchObject({ state: 'done' })
    expect((await api.listBackups(vm.id, allBackups)).rows.some(({ name }) => name === 'kept')).toBe(false)
    expect(writes()).toBe(4)
  })

  test('a task names who asked for it, also before anyone looked at the trail', async () => {
    const { api } = await enterCix(generation)
    const vm = await vmNamed(api, 'erp-app-01')
    const tasks = await api.listTasks(vm.id)
    expect(tasks.map(({ by }) => by)).toEqual(tasks.map(() => (generation === 'iaas' ? 'Olga Puig' : null)))
    expect(tasks.length).toBeGreaterThan(0)
  })

  test('a failed one stops all others, and is told by the fleet', async () => {
    const { api, skip } = await enterCix(generation)
    const vm = await vmNamed(api, 'file-server-01')
    const { task } = await api.backUpNow(vm.id, order)
    await skip(60)
    expect(await api.getTask(task ?? '')).toMatchObject({ state: 'failed' })
    await expect(vmNamed(api, 'file-server-01')).resolves.toMatchObject({
      block: { cause: 'failed-backup', backup: 'before the upgrade' },
    })
    expect(await refusal(api.backUpNow(vm.id, { ...order, name: 'again' }))).toMatchObject({ kind: 'conflict' })
    const { outcomes } = await api.recentOutcomes(new Date(start - 86_400_000))
    expect(outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({ outcome: 'failed' })
    const { failures } = await api.recentFailures(new Date(start))
    expect(failures).toHaveLength(1)
  })
})

test('the newest backup of each VM is known however old it is, dated by the moment that it represents', async () => {
  const { api } = await enterCix()
  const { outcomes, complete } = await api.recentOutcomes(new Date(start - 86_400_000))
  expect(complete).toBe(true)
  const of = (vmId: string) => outcomes.find((one) => one.vmId === vmId)
  expect(of('2')).toMatchObject({ outcome: 'good', at: new Date('2026-03-06T09:00:10.000Z') })
  expect(of('9')).toMatchObject({ outcome: 'running' })
  expect(of('3')).toBeUndefined()
})

test('the history of backups is the trail: who, what, when, in UTC', async () => {
  const { api, skip, sent } = await enterCix()
  const vm = await vmNamed(api, 'erp-app-01')
  await api.backUpNow(vm.id, order)
  await skip(60)
  const { rows } = await api.listVmEvents(vm, { offset: 0, limit: 3 })
  expect(rows.map(({ action, user }) => [action, user])).toEqual([
    ['BACKUP_RUNNING', 'Robot Region'],
    ['BACKUP_BUILDING', 'Robot Region'],
    ['BACKUP_REQUESTED', 'Olga Puig'],
  ])
  expect(Math.abs((rows[1]?.at?.getTime() ?? 0) - start - 10_000)).toBeLessThan(2_000)
  const since = new Date(start - 2 * 86_400_000)
  const { outcomes } = await api.listOutcomes({ from: since, to: new Date(start + 86_400_000) })
  expect(outcomes).toContainEqual(expect.objectContaining({ vmId: vm.id, outcome: 'good' }))
  expect(outcomes.every(({ at }) => at >= since)).toBe(true)
  expect(sent.at(-1)?.search.get('search[created__gte]')).toBe('2026-03-16T12:00:00.000')
  const errors = await api.listEvents({ offset: 0, limit: 10, severity: 'error' })
  expect(errors.rows).toMatchObject([{ action: 'BACKUP_UNRESOURCED', vmName: 'mail-store-01' }])
})

test('lines of the history that cannot be read are counted, and nobody is told that the others are all', async () => {
  const { api, fetch } = await enterCix()
  vi.stubGlobal('fetch', async (address: string | URL | Request, init?: RequestInit) => {
    const answer = await fetch(address, init)
    if (!new Request(address).url.includes('backup_history')) return answer
    return new Response((await answer.text()).replace('"backup_id":', '"backup":'), { headers: answer.headers })
  })
  const since = new Date(start - 2 * 86_400_000)
  await expect(api.listEvents({ offset: 0, limit: 10 })).resolves.toMatchObject({ unreadable: 1 })
  await expect(api.recentFailures(since)).resolves.toMatchObject({ complete: false })
  await expect(api.listOutcomes({ from: since, to: new Date(start) })).resolves.toMatchObject({
    complete: false,
    wholeSince: null,
  })
})

describe('trouble', () => {
  test('an answer that is lost: sent once, and nobody knows', async () => {
    const { api, faults, writes } = await enterCix()
    await faults([{ method: 'POST', dropAfter: true }])
    expect(await refusal(api.backUpNow('6', order))).toMatchObject({ kind: 'unknown-outcome' })
    expect(writes()).toBe(1)
  })

  test('too many requests: the wait is in the text', async () => {
    const { api, faults } = await enterCix()
    const message = 'Request was throttled. Expected available in 3 seconds.'
    await faults([{ method: 'GET', path: '/iaas/vm/**', status: 429, message }])
    expect(await refusal(api.getVm('1'))).toMatchObject({ kind: 'busy', retryAfter: 3_000 })
  })

  test('a filter that the platform skipped is told, and brings no backups of others', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { api, fetch } = await enterCix()
    vi.stubGlobal('fetch', (address: URL, init: RequestInit) =>
      fetch(new URL(address.href.replace('vm_id', 'vmid')), init),
    )
    const { rows } = await api.listBackups('1', allBackups)
    expect(rows).toHaveLength(3)
    expect(said).toHaveBeenCalledWith(expect.stringContaining('Invalid search filter'))
  })

  test('a warning of the platform is printed in one line, whatever characters it has', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { api, fetch } = await enterCix()
    vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
      const answer = await fetch(address, init)
      const text = await answer.text()
      return new Response(text.replace('"warnings":[]', String.raw`"warnings":["a\u001b[31m\nb\u202e"]`), answer)
    })
    await api.listBackups('1', allBackups)
    expect(said).toHaveBeenCalledWith(expect.stringMatching(/: a \[31m b$/u))
  })

  test('ids of the address bar that are none are not found, and names are measured here', async () => {
    const { api, writes } = await enterCix()
    expect(await refusal(api.getVm('1/../../x'))).toMatchObject({ kind: 'not-found' })
    expect(await refusal(api.backUpNow('1', { ...order, name: 'x'.repeat(129) }))).toMatchObject({ kind: 'invalid' })
    expect(writes()).toBe(0)
  })

  test('what would be sent can be seen without its secrets, and is not sent', async () => {
    const { api, writes } = await enterCix()
    const told = await api.describe.backUpNow('6', order)
    expect(told).toMatchObject({ method: 'POST', url: 'https://cloud.example/iaas/backup/', body: { repository: 2 } })
    expect(told.headers).toContainEqual(['X-Auth-Token', '$TOKEN'])
    expect(writes()).toBe(0)
  })
})
