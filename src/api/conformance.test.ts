import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Assignment } from '~/domain/assignment'
import type { Privilege } from '~/domain/privilege'
import { failedJob, isOver, type Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { abiquoBench } from './abiquo/abiquo.bench'
import type { Bench } from './conformance.bench'
import { ApiError } from './error'
import type { Accepted, ProtectionChange } from './port'

/** Each adapter with its dialect of the simulator. What the port promises holds for all of them. */
const benches: readonly (readonly [name: string, bench: () => Bench])[] = [['abiquo', abiquoBench]]

const minute = 60_000
const day = 24 * 60 * minute

const forVm: readonly Privilege[] = ['appliance.manage', 'vm.edit', 'vm.deploy', 'vm.power']
const forBackup: readonly Privilege[] = ['backup.configure', 'backup.schedule', 'backup.disks', 'backup.restore']
const people: readonly (readonly [nick: string, may: readonly Privilege[]])[] = [
  ['viewer', ['events.view']],
  ['user', ['events.view', ...forVm, 'backup.configure']],
  ['tenantadmin', ['events.view', ...forVm, 'backup.disks', 'backup.restore']],
  ['operator', ['events.view', ...forVm, ...forBackup]],
  [
    'cloudadmin',
    [
      'events.view',
      'events.view-all',
      ...forVm,
      ...forBackup,
      'infrastructure.view',
      'infrastructure.backup',
      'tenants.manage',
    ],
  ],
]

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  const enter = async (nick = 'operator') => {
    const bench = newBench()
    const { api } = bench
    vi.stubGlobal('fetch', bench.fetch)
    const actor = await api.signIn({ user: nick, password: nick })
    const vmNamed = async (name: string): Promise<VirtualMachine> => {
      const { rows } = await api.listVms({ offset: 0, limit: 1_000 })
      const vm = rows.find((row) => row.name === name)
      if (!vm) throw new Error(`There is no VM ${name}`)
      return vm
    }
    const policyCalled = async (vm: VirtualMachine, name: string) => {
      const { rows } = await api.listPolicies(vm.id)
      const policy = rows.find((row) => row.name === name)
      if (!policy) throw new Error(`There is no policy ${name}`)
      return policy
    }
    const follow = async ({ task }: Accepted): Promise<Task> => {
      if (task === null) throw new Error('Nothing to follow')
      expect(isOver(await api.getTask(task))).toBe(false)
      await bench.skip(2 * 60 * minute)
      return api.getTask(task)
    }
    const writes = (): number => bench.sent.filter(({ method }) => method !== 'GET').length
    return { ...bench, actor, vmNamed, policyCalled, follow, writes }
  }

  const assign = (vm: VirtualMachine, assignments: readonly Assignment[]): ProtectionChange => ({
    assignments,
    basedOn: vm.revision,
  })
  const plain = (policyId: string): Assignment => ({ policyId, policyName: '', values: [] })
  const refusal = async (work: Promise<unknown>): Promise<ApiError> => {
    const error: unknown = await work.catch((cause: unknown) => cause)
    if (!(error instanceof ApiError)) throw new Error('It was not refused', { cause: error })
    return error
  }

  describe('the person', () => {
    test.each(people)('%s has these privileges, and the names that a person knows', async (nick, may) => {
      const { actor } = await enter(nick)
      expect(actor).toMatchObject({
        name: nick,
        fullName: expect.stringMatching(/\w \w/),
        role: expect.stringMatching(/\w/),
      })
      expect(actor.tenant).toMatchObject({ name: nick === 'cloudadmin' ? 'Meridian Hosting' : 'Costa Verde Retail' })
      expect([...actor.may].toSorted()).toEqual([...may].toSorted())
    })

    test('a wrong password is told as such, and opens nothing', async () => {
      const { api } = await enter()
      expect(await refusal(api.signIn({ user: 'operator', password: 'Passwört:x' }))).toMatchObject({
        kind: 'signed-out',
      })
      expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
    })

    test('the token is renewed with each answer, the password goes out once, and nothing goes out without a token', async () => {
      const { api, sent } = await enter()
      await api.listVms({ offset: 0, limit: 1 })
      await api.listVms({ offset: 0, limit: 1 })
      const sentAs = sent.map(({ headers }) => headers.get('authorization') ?? '')
      expect(sentAs[0]).toMatch(/^Basic /)
      expect(sentAs.slice(1).every((header) => header.startsWith('Token '))).toBe(true)
      expect(new Set(sentAs).size).toBe(sentAs.length)
      await api.signOut()
      const before = sent.length
      expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
      expect(sent).toHaveLength(before)
      expect(sent.at(-1)).toMatchObject({ method: 'POST', path: '/logout' })
      await expect(api.resume()).resolves.toBeNull()
    })

    test('parallel answers leave a token that works', async () => {
      const { api } = await enter()
      await Promise.all(Array.from({ length: 8 }, (__, offset) => api.listVms({ offset, limit: 1 })))
      await expect(api.listVms({ offset: 0, limit: 1 })).resolves.toMatchObject({ unreadable: 0 })
    })

    test('a session that ended is told, and the same person goes on after signing in again', async () => {
      const { api, endSessions, vmNamed } = await enter()
      const vm = await vmNamed('web-frontend-01')
      await endSessions()
      expect(await refusal(api.getVm(vm.id))).toMatchObject({ kind: 'signed-out', status: 401 })
      await api.signIn({ user: 'operator', password: 'operator' })
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ name: 'web-frontend-01' })
    })

    test("the server's clock is known", async () => {
      const { api, skip } = await enter()
      const skew = api.clockSkew()
      await skip(day)
      await api.listVms({ offset: 0, limit: 1 })
      expect(Math.abs(api.clockSkew() - skew - day)).toBeLessThan(2 * minute)
    })
  })

  describe('VMs', () => {
    test('a list comes in windows that add up to its total', async () => {
      const { api } = await enter()
      const all = await api.listVms({ offset: 0, limit: 1_000 })
      expect(all).toMatchObject({ total: all.rows.length, unreadable: 0 })
      const windows = await Promise.all([0, 10, 20, 30].map((offset) => api.listVms({ offset, limit: 10 })))
      expect(windows.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.rows.map(({ id }) => id))
      expect(new Set(all.rows.map(({ id }) => id)).size).toBe(all.rows.length)
      await expect(api.listVms({ offset: 1_000, limit: 10 })).resolves.toMatchObject({ rows: [], total: all.total })
    })

    test('a text finds VMs', async () => {
      const { api } = await enter()
      const { rows, total } = await api.listVms({ offset: 0, limit: 100, text: 'web-frontend' })
      expect(rows.map(({ name }) => name).toSorted()).toEqual(['web-frontend-01', 'web-frontend-02', 'web-frontend-03'])
      expect(total).toBe(3)
      await expect(api.listVms({ offset: 0, limit: 100, text: 'no such thing' })).resolves.toMatchObject({
        rows: [],
        total: 0,
      })
    })

    test('a VM is the same in the list and alone, with all that people call it by', async () => {
      const { api, vmNamed } = await enter()
      const vm = await vmNamed('erp-db-01')
      await expect(api.getVm(vm.id)).resolves.toEqual(vm)
      expect(vm).toMatchObject({
        platformName: `ABQ_${vm.uuid}`,
        state: 'off',
        cpu: 16,
        memoryMb: 128 * 1_024,
        diskCount: 4,
        diskMb: 1_900 * 1_024,
        os: 'windows',
        datacenter: { name: 'London' },
        virtualDatacenter: { name: 'ERP' },
        virtualAppliance: { name: 'ERP core' },
        tenant: { name: 'Costa Verde Retail' },
      })
    })

    test('a VM that no host holds has a datacenter all the same', async () => {
      const { vmNamed } = await enter()
      await expect(vmNamed('erp-reports-01')).resolves.toMatchObject({
        state: 'not-deployed',
        datacenter: { name: 'London' },
      })
    })

    test('states, padlocks and names in any alphabet come as they are', async () => {
      const { vmNamed } = await enter()
      await expect(vmNamed('payment-gateway-01')).resolves.toMatchObject({ state: 'paused' })
      await expect(vmNamed('analytics-notebook-01')).resolves.toMatchObject({ state: 'unknown', stateText: 'UNKNOWN' })
      await expect(vmNamed('file-server-01')).resolves.toMatchObject({ state: 'locked' })
      await expect(vmNamed('checkout-db-01')).resolves.toMatchObject({
        guard: { cause: expect.stringMatching('season') },
      })
      await expect(vmNamed('webmail-01')).resolves.toMatchObject({ guard: { cause: null } })
      await expect(vmNamed('データ分析-01')).resolves.toMatchObject({ description: '月次レポート', os: 'linux' })
      await expect(vmNamed('bi-dashboard <b>beta</b> & "friends"')).resolves.toMatchObject({ guard: null })
      await expect(vmNamed('appliance-import-01')).resolves.toMatchObject({ os: 'unknown', assignments: [] })
    })

    test('disks have sizes, names, kinds and a boot mark', async () => {
      const { api, vmNamed } = await enter()
      const vm = await vmNamed('file-server-01')
      const disks = await api.listDisks(vm.id)
      expect(disks.map(({ kind, sizeMb, boot }) => [kind, sizeMb, boot])).toEqual([
        ['disk', 80 * 1_024, true],
        ['disk', 4_096 * 1_024, false],
        ['volume', 2_048 * 1_024, false],
      ])
      expect(disks.every(({ name }) => name !== '')).toBe(true)
    })

    test.each(['1-2-3', '~L2xvZ291dA', '../../login', 'x'])(
      '%s is not found, and no reason to fail otherwise',
      async (id) => {
        const { api } = await enter()
        expect(await refusal(api.getVm(id))).toMatchObject({ kind: 'not-found' })
      },
    )

    test("another tenant's VM is not in sight", async () => {
      const admin = await enter('cloudadmin')
      const { id } = await admin.vmNamed('dns-01')
      const { api } = await enter('operator')
      expect(await refusal(api.getVm(id))).toMatchObject({ kind: 'not-found' })
    })
  })

  describe('a datacenter', () => {
    test('says what its backup system can do, and which switches it has', async () => {
      const { api, vmNamed } = await enter()
      const site = await api.getSite((await vmNamed('erp-app-01')).id)
      expect(site).toMatchObject({
        datacenter: { name: 'London' },
        timeZone: 'Europe/London',
        rules: { manualBackup: true, severalPolicies: true, changeWhileDeployed: true, severalRestores: true },
        system: { type: 'AVAMAR', name: 'Avamar' },
      })
      expect(site.system?.can).toEqual({
        'on-demand': true,
        replication: true,
        restore: true,
        'choose-disks': true,
        'several-policies': true,
        'change-while-deployed': true,
        'set-at-deploy': true,
        'restore-while-on': false,
      })
      expect(site.system?.periodicities?.get('snapshot')).toEqual(['hourly', 'daily', 'weekly-planned', 'monthly'])
      const other = await api.getSite((await vmNamed('web-frontend-01')).id)
      expect(other).toMatchObject({ timeZone: null, rules: { severalPolicies: false, severalRestores: false } })
      expect(other.system?.can).toMatchObject({ 'on-demand': false, 'choose-disks': false, 'restore-while-on': true })
    })

    test('offers the policies that the tenant may use, of every type, periodicity and field mode', async () => {
      const { api, vmNamed } = await enter()
      const { rows, total, unreadable } = await api.listPolicies((await vmNamed('erp-app-01')).id)
      expect(rows.map(({ name }) => name)).not.toContain('Vault')
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      const configurationsOf = (name: string) => rows.find((row) => row.name === name)?.configurations
      expect(configurationsOf('Platinum with a second site')).toEqual([
        {
          key: 'COMPLETE/DAILY',
          type: 'complete',
          typeText: 'COMPLETE',
          timing: { every: 'daily', time: { by: 'policy', value: { hour: 23, minute: 30, second: 0, offset: 0 } } },
          content: 'vm',
        },
        {
          key: 'SNAPSHOT/HOURLY',
          type: 'snapshot',
          typeText: 'SNAPSHOT',
          timing: { every: 'hourly', hours: { by: 'policy', value: 4 } },
          content: 'vm',
        },
      ])
      expect(configurationsOf('Files on days of your own')).toMatchObject([
        { type: 'filesystem', timing: { every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'vm' } } },
      ])
      expect(configurationsOf('Snapshots on two days')).toMatchObject([
        { timing: { every: 'weekly-planned', days: { by: 'policy', value: ['tuesday', 'thursday'] } } },
      ])
      expect(configurationsOf('Weekly when it suits the backup system')).toMatchObject([
        { timing: { days: { by: 'system' }, time: { by: 'vm' } } },
      ])
      expect(configurationsOf('Year end')).toMatchObject([
        {
          timing: { every: 'defined-hour', at: { by: 'policy', value: '2026-12-31T22:00:00+00:00' } },
          content: 'system',
        },
      ])
      expect(configurationsOf('Monthly, three kinds')).toMatchObject([
        { timing: { every: 'monthly', time: { by: 'vm' } }, content: 'vm' },
        { timing: { every: 'monthly', time: { by: 'system' } }, content: 'system' },
        { type: 'filesystem', content: 'vm' },
      ])
      expect(rows.find(({ name }) => name === 'Platinum with a second site')?.replication).toBe(true)
    })
  })

  describe('saving policies', () => {
    test('becomes a task that hands the schedule over, and is there when it ends', async () => {
      const { api, vmNamed, policyCalled, follow } = await enter()
      const vm = await vmNamed('cache-redis-01')
      const nightly = await policyCalled(vm, 'Nightly')
      const task = await follow(await api.saveProtection(vm.id, assign(vm, [plain(nightly.id)])))
      expect(task).toMatchObject({ kind: 'reconfigure', state: 'done', by: 'Priya Nair' })
      expect(task.jobs.map(({ kind, state }) => [kind, state])).toContainEqual(['backup-schedule', 'done'])
      const after = await api.getVm(vm.id)
      expect(after.assignments).toEqual([{ policyId: nightly.id, policyName: 'Nightly', values: [] }])
      expect(after.revision).not.toBe(vm.revision)
      await expect(api.listTasks(vm.id)).resolves.toContainEqual(task)
    })

    test('values that the policy leaves to the VM come back as they were given', async () => {
      const { api, vmNamed, policyCalled, follow } = await enter()
      const vm = await vmNamed('report-archive-01')
      const [own, once] = [
        await policyCalled(vm, 'Files on days of your own'),
        await policyCalled(vm, 'Once, before a release'),
      ]
      const disk = (await api.listDisks(vm.id))[1]
      const assignments: readonly Assignment[] = [
        {
          policyId: own.id,
          policyName: own.name,
          values: [
            {
              key: 'FILESYSTEM/WEEKLY_PLANNED',
              time: { hour: 3, minute: 15, second: 0, offset: 330 },
              days: ['monday', 'sunday'],
              content: { kind: 'paths', paths: ['D:\\Reports', 'E:\\Übersicht & mehr'] },
            },
          ],
        },
        {
          policyId: once.id,
          policyName: once.name,
          values: [
            {
              key: 'COMPLETE/DEFINED_HOUR',
              at: '2026-03-29T02:30:00+01:00',
              content: { kind: 'disks', ids: [disk?.id ?? ''] },
            },
          ],
        },
      ]
      expect(await follow(await api.saveProtection(vm.id, assign(vm, assignments)))).toMatchObject({ state: 'done' })
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments })
    })

    test('on a VM that no host holds it is done at once', async () => {
      const { api, vmNamed, policyCalled } = await enter()
      const vm = await vmNamed('erp-reports-01')
      const policy = await policyCalled(vm, 'Snapshots on two days')
      await expect(api.saveProtection(vm.id, assign(vm, [plain(policy.id)]))).resolves.toEqual({ task: null })
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments: [{ policyName: 'Snapshots on two days' }] })
    })

    test('when the backup system refuses the schedule all is rolled back, and the failed job is told', async () => {
      const { api, vmNamed, policyCalled, follow } = await enter()
      const vm = await vmNamed('rollback-drill-01')
      const silver = await policyCalled(vm, 'Silver')
      const task = await follow(await api.saveProtection(vm.id, assign(vm, [plain(silver.id)])))
      expect(task.state).toBe('failed')
      expect(failedJob(task)).toMatchObject({ kind: 'backup-schedule', kindText: 'BACKUP_SCHEDULE' })
      expect(task.jobs.filter(({ kind }) => kind === 'other').map(({ state }) => state)).toEqual(['rolled-back'])
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments: [], revision: vm.revision })
    })

    test('what someone else changed in between is not overwritten', async () => {
      const { api, vmNamed, policyCalled, writes } = await enter()
      const vm = await vmNamed('erp-reports-01')
      const [hers, mine] = [await policyCalled(vm, 'Snapshots on two days'), await policyCalled(vm, 'Every few hours')]
      await api.saveProtection(vm.id, assign(vm, [plain(hers.id)]))
      const before = writes()
      expect(await refusal(api.saveProtection(vm.id, assign(vm, [plain(mine.id)])))).toMatchObject({ kind: 'stale' })
      expect(writes()).toBe(before)
    })

    test('members that nobody here knows, and what did not change, are sent back as they came', async () => {
      const { api, vmNamed, sent, tamper } = await enter()
      const vm = await vmNamed('erp-db-01')
      tamper('unknown members')
      await api.saveProtection(vm.id, assign(vm, (vm.assignments ?? []).slice(0, 1)))
      const body = JSON.stringify(sent.at(-1)?.body)
      expect(body).toContain('"holdfastTest":{"kept":[1,null,"ä"]}')
      expect(body).toContain('"rel":"disk3"')
    })

    test.each([
      [
        'several policies where one is allowed',
        'web-frontend-01',
        ['Nightly', 'Monthly archive'],
        {},
        'conflict',
        'BC-27',
      ],
      [
        'a change while deployed',
        'web-frontend-01',
        ['Monthly archive'],
        { changeWhileDeployed: false },
        'conflict',
        'BC-36',
      ],
      [
        'a backup system that takes no change',
        'web-frontend-01',
        ['Monthly archive'],
        { plugin: 'RUBRIK' },
        'conflict',
        'BC-35',
      ],
      ['a locked VM', 'file-server-01', ['Nightly'], {}, 'conflict', 'VM-2'],
      ['a missing time', 'web-frontend-01', ['Daily at a time of your own'], {}, 'invalid', 'BC-11'],
    ])('%s is refused in the words of the platform', async (__, name, policies, how, kind, code) => {
      const { api, vmNamed, policyCalled, change } = await enter()
      await change('Barcelona', how)
      const vm = await vmNamed(name)
      const chosen = await Promise.all(policies.map((policy) => policyCalled(vm, policy)))
      const save = api.saveProtection(
        vm.id,
        assign(
          vm,
          chosen.map(({ id }) => plain(id)),
        ),
      )
      expect(await refusal(save)).toMatchObject({ kind, code, complaints: [{ message: expect.stringMatching(/\w/) }] })
    })

    test('who may not gets to know just that', async () => {
      const { vmNamed } = await enter('operator')
      const vm = await vmNamed('web-frontend-01')
      const viewer = await enter('viewer')
      expect(await refusal(viewer.api.saveProtection(vm.id, assign(vm, [])))).toMatchObject({ kind: 'forbidden' })
    })

    test('a user without the schedule privilege may not give times', async () => {
      const { api, vmNamed, policyCalled } = await enter('user')
      const vm = await vmNamed('cache-redis-01')
      const policy = await policyCalled(vm, 'Daily at a time of your own')
      const values = [
        {
          key: 'COMPLETE/DAILY',
          time: { hour: 1, minute: 0, second: 0, offset: 0 },
          content: { kind: 'all' } as const,
        },
      ]
      const save = api.saveProtection(vm.id, assign(vm, [{ ...plain(policy.id), values }]))
      expect(await refusal(save)).toMatchObject({ kind: 'forbidden' })
    })
  })

  describe('a backup now', () => {
    test('locks the VM, is followed to its end, and leaves a result and a line in the trail', async () => {
      const { api, vmNamed, follow, sent } = await enter()
      const vm = await vmNamed('erp-app-02')
      const accepted = await api.backUpNow(vm.id, { replicate: false })
      expect(sent.at(-1)).toMatchObject({ method: 'POST', body: {} })
      expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'locked' })
      await expect(api.listActivity()).resolves.toContainEqual({
        vmId: vm.id,
        task: expect.objectContaining({ id: accepted.task, kind: 'backup', state: 'running' }),
      })
      expect(await follow(accepted)).toMatchObject({ kind: 'backup', state: 'done' })
      const { rows } = await api.listBackups(vm.id)
      expect(rows[0]).toMatchObject({ outcome: 'good', typeText: 'COMPLETE', sizeMb: expect.any(Number) })
      const { rows: events } = await api.listVmEvents(vm, { offset: 0, limit: 5 })
      expect(events.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['VIRTUAL_MACHINE_BACKUP_FINISH', 'VIRTUAL_MACHINE_REQUEST_BACKUP']),
      )
    })

    test('replicates when asked', async () => {
      const { api, vmNamed, sent } = await enter()
      const vm = await vmNamed('erp-app-02')
      await api.backUpNow(vm.id, { replicate: true })
      expect(sent.at(-1)?.body).toEqual({ replication: 'true' })
      const { rows } = await api.listVmEvents(vm, { offset: 0, limit: 1 })
      expect(rows[0]?.action).toBe('VIRTUAL_MACHINE_REQUEST_BACKUP_WITH_REPLICATION')
    })

    test.each([
      ['manual backups are off', 'erp-app-02', 'London', { manualBackup: false }, 'BC-6'],
      ['the backup system has none', 'web-frontend-01', 'Barcelona', {}, 'BC-46'],
      ['there is no backup system', 'erp-app-02', 'London', { plugin: null }, 'BC-40'],
      ['its plug-in is not loaded', 'erp-app-02', 'London', { pluginLoaded: false }, 'BC-38'],
      ['the VM is not deployed', 'erp-reports-01', 'London', {}, 'BC-42'],
      ['the VM is locked', 'analytics-etl-01', 'London', {}, 'VM-2'],
    ])('is refused when %s', async (__, name, datacenter, how, code) => {
      const { api, vmNamed, change } = await enter()
      await change(datacenter, how)
      const vm = await vmNamed(name)
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({
        kind: code === 'BC-40' ? 'not-found' : 'conflict',
        code,
      })
    })

    test.each(['viewer', 'tenantadmin'])('is refused to the %s', async (nick) => {
      const { api, vmNamed } = await enter(nick)
      const vm = await vmNamed('erp-app-02')
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({
        kind: 'forbidden',
        code: 'GEN-15',
      })
    })

    test.each(['before', 'after'] as const)(
      'an answer lost %s it was done: sent once, and nobody knows',
      async (when) => {
        const { api, vmNamed, loseWrites, writes } = await enter()
        const vm = await vmNamed('erp-app-02')
        await loseWrites(when)
        expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'unknown-outcome' })
        expect(writes()).toBe(1)
        const running = (await api.listTasks(vm.id)).filter((task) => !isOver(task))
        expect(running).toHaveLength(when === 'before' ? 0 : 1)
      },
    )

    test('without a network it is not even sent', async () => {
      const { api, vmNamed, writes } = await enter()
      const vm = await vmNamed('erp-app-02')
      vi.stubGlobal('navigator', { onLine: false })
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'offline' })
      expect(writes()).toBe(0)
    })
  })

  describe('results', () => {
    test('come whole, newest first, with outcomes, sizes and dates', async () => {
      const { api, vmNamed } = await enter()
      const { rows, total, unreadable } = await api.listBackups((await vmNamed('erp-app-01')).id)
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      expect(rows.length).toBeGreaterThan(10)
      const times = rows.map(({ createdAt }) => createdAt?.getTime() ?? 0)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      expect(rows.every(({ id, name }) => id !== '' && name !== '')).toBe(true)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      const good = rows.find(({ outcome }) => outcome === 'good')
      expect(good?.sizeMb).toBeGreaterThan(0)
      expect(good?.expiresAt?.getTime()).toBeGreaterThan(good?.createdAt?.getTime() ?? Infinity)
      expect(rows.find(({ outcome }) => outcome === 'failed')).toMatchObject({ statusText: 'FAILED' })
    })

    test('a list without end ends', async () => {
      const { api, vmNamed, tamper, sent } = await enter()
      const vm = await vmNamed('restore-drill-01')
      tamper('lists without end')
      await api.listBackups(vm.id)
      expect(sent.filter(({ path }) => path.endsWith('/results')).length).toBeLessThanOrEqual(50)
    })
  })

  describe('a restore', () => {
    const goodBackup = async (api: Bench['api'], vm: VirtualMachine) => {
      const { rows } = await api.listBackups(vm.id)
      const backup = rows.find(({ outcome, restores }) => outcome === 'good' && restores.length === 0)
      if (!backup) throw new Error(`${vm.name} has no good backup`)
      return backup
    }

    test('is followed to its end, and stands beneath its backup', async () => {
      const { api, vmNamed, follow, sent } = await enter()
      const vm = await vmNamed('restore-drill-01')
      const backup = await goodBackup(api, vm)
      const accepted = await api.restore(vm.id, backup.id)
      expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
      expect(await follow(accepted)).toMatchObject({ kind: 'restore', state: 'done' })
      const { rows } = await api.listBackups(vm.id)
      expect(rows.find(({ id }) => id === backup.id)?.restores).toMatchObject([{ outcome: 'good', by: 'Priya Nair' }])
    })

    test('is refused when the VM is on, where the backup system needs it off; off it goes', async () => {
      const { api, vmNamed, follow } = await enter()
      const vm = await vmNamed('erp-app-01')
      const backup = await goodBackup(api, vm)
      expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ kind: 'conflict', code: 'BC-44' })
      expect(await follow(await api.setPower(vm.id, 'off'))).toMatchObject({ kind: 'power-off', state: 'done' })
      expect(await follow(await api.restore(vm.id, backup.id))).toMatchObject({ state: 'done' })
    })

    test('is refused when the VM is not deployed; deployed, older backups can be restored again', async () => {
      const { api, vmNamed, follow } = await enter()
      const vm = await vmNamed('erp-reports-01')
      const backup = await goodBackup(api, vm)
      expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ code: 'BC-43' })
      expect(await follow(await api.deploy(vm.id))).toMatchObject({ kind: 'deploy', state: 'done' })
      await follow(await api.setPower(vm.id, 'off'))
      expect(await follow(await api.restore(vm.id, backup.id))).toMatchObject({ state: 'done' })
    })

    test('is refused for a backup that failed, for one that is not there, and for a locked VM', async () => {
      const { api, vmNamed } = await enter()
      const vm = await vmNamed('mail-store-01')
      const failed = (await api.listBackups(vm.id)).rows.find(({ outcome }) => outcome === 'failed')
      expect(await refusal(api.restore(vm.id, failed?.id ?? ''))).toMatchObject({ code: 'BC-22' })
      expect(await refusal(api.restore(vm.id, '999'))).toMatchObject({ kind: 'not-found' })
      const locked = await vmNamed('file-server-01')
      expect(await refusal(api.restore(locked.id, (await goodBackup(api, locked)).id))).toMatchObject({ code: 'VM-2' })
    })

    test('is refused a second time where the datacenter allows one', async () => {
      const { api, vmNamed, follow, change } = await enter()
      await change('London', { severalRestores: false })
      const vm = await vmNamed('restore-drill-01')
      const backup = await goodBackup(api, vm)
      await follow(await api.restore(vm.id, backup.id))
      expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ kind: 'conflict' })
    })

    test('is refused without the privilege', async () => {
      const { api, vmNamed } = await enter('user')
      const vm = await vmNamed('restore-drill-01')
      expect(await refusal(api.restore(vm.id, (await goodBackup(api, vm)).id))).toMatchObject({ kind: 'forbidden' })
    })
  })

  test('a VM is undeployed, and deployed again', async () => {
    const { api, vmNamed, follow } = await enter()
    const vm = await vmNamed('restore-drill-01')
    expect(await follow(await api.undeploy(vm.id))).toMatchObject({ kind: 'undeploy', state: 'done' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'not-deployed', datacenter: { name: 'London' } })
    expect(await follow(await api.deploy(vm.id))).toMatchObject({ state: 'done' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  describe('the trail', () => {
    test('of a VM comes newest first, in windows', async () => {
      const { api, vmNamed } = await enter()
      const vm = await vmNamed('erp-app-01')
      const first = await api.listVmEvents(vm, { offset: 0, limit: 10 })
      const second = await api.listVmEvents(vm, { offset: 10, limit: 10 })
      const rows = [...first.rows, ...second.rows]
      expect(new Set(rows.map(({ id }) => id)).size).toBe(20)
      expect(rows.every(({ vmName }) => vmName === vm.platformName)).toBe(true)
      const times = rows.map(({ at }) => at?.getTime() ?? 0)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      const beyond = await api.listVmEvents(vm, { offset: (first.total ?? 0) + 5, limit: 10 })
      expect(beyond.rows).toEqual([])
    })

    test('is filtered by severity, action and time', async () => {
      const { api, vmNamed } = await enter()
      const vm = await vmNamed('mail-store-01')
      const errors = await api.listVmEvents(vm, { offset: 0, limit: 50, severity: 'error' })
      expect(errors.rows.length).toBeGreaterThan(0)
      expect(errors.rows.every(({ severity }) => severity === 'error')).toBe(true)
      const from = new Date('2026-03-16T00:00:00Z')
      const to = new Date('2026-03-17T00:00:00Z')
      const action = 'VIRTUAL_MACHINE_SCHEDULED_BACKUP'
      const { rows } = await api.listVmEvents(vm, { offset: 0, limit: 50, action, from, to })
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every(({ at, ...row }) => row.action === action && at && at >= from && at <= to)).toBe(true)
      await expect(api.listVmEvents(vm, { offset: 0, limit: 50, action: 'NO_SUCH' })).resolves.toMatchObject({
        rows: [],
        total: 0,
      })
    })

    test('tells how the newest backup of each VM ended, under the ids of the VMs', async () => {
      const { api, vmNamed } = await enter()
      const since = new Date('2026-03-11T10:00:00Z')
      // Asked before any VM was listed: the join must not depend on it.
      const { outcomes, complete } = await api.recentOutcomes(since)
      expect(complete).toBe(true)
      expect(new Set(outcomes.map(({ vmId }) => vmId)).size).toBe(outcomes.length)
      const outcomeOf = async (name: string) => {
        const { id } = await vmNamed(name)
        return outcomes.find(({ vmId }) => vmId === id)
      }
      expect(await outcomeOf('web-frontend-01')).toMatchObject({ outcome: 'good' })
      expect(await outcomeOf('mail-store-01')).toMatchObject({ outcome: 'failed', text: expect.stringMatching(/\w/) })
      expect(await outcomeOf('cache-redis-01')).toBeUndefined()
      expect(outcomes.every(({ at }) => at >= since)).toBe(true)
    })

    test('is not complete for who may not see all of it', async () => {
      const { api } = await enter('viewer')
      await expect(api.recentOutcomes(new Date('2026-03-11T10:00:00Z'))).resolves.toMatchObject({ complete: false })
    })

    test('what runs now is known by VM', async () => {
      const { api, vmNamed } = await enter()
      const activity = await api.listActivity()
      const { id } = await vmNamed('erp-db-02')
      expect(activity.find(({ vmId }) => vmId === id)?.task).toMatchObject({ kind: 'restore', state: 'running' })
    })
  })

  describe('odd answers', () => {
    test('a broken row is counted, and the others stand', async () => {
      const { api, tamper } = await enter()
      const whole = await api.listVms({ offset: 0, limit: 1_000 })
      tamper('a broken row')
      const page = await api.listVms({ offset: 0, limit: 1_000 })
      expect(page.rows).toEqual(whole.rows)
      expect(page.unreadable).toBe(3)
    })

    test('a link that leads elsewhere is refused, and nothing is sent there', async () => {
      const { api, vmNamed, tamper, writes, sent } = await enter()
      const vm = await vmNamed('erp-app-02')
      tamper('a hostile address')
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ id: vm.id })
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'link' })
      expect(writes()).toBe(0)
      expect(sent.every(({ path }) => path.startsWith('/'))).toBe(true)
    })

    test('words that nobody knows are kept, and never taken for success', async () => {
      const { api, vmNamed, tamper } = await enter()
      const { id } = await vmNamed('erp-app-01')
      tamper('unknown words')
      const { rows } = await api.listVms({ offset: 0, limit: 1_000 })
      expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'unknown', stateText: 'HIBERNATED' })
      const backups = await api.listBackups(id)
      expect(backups.rows[0]).toMatchObject({ outcome: 'unknown', statusText: 'HIBERNATED' })
    })

    test('a page where data should be is no empty list', async () => {
      const { api, tamper } = await enter()
      tamper('HTML for data')
      expect(await refusal(api.listVms({ offset: 0, limit: 10 }))).toMatchObject({ kind: 'contract' })
    })
  })
})
