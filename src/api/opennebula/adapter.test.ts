import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Setting } from '~/domain/backup-settings'

import { periods } from './ids'
import { enterNebula, named, refusal, start } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

const hour = 3_600

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
    await expect(api.listDatacenters()).resolves.toMatchObject({
      rows: [{ name: 'Barcelona' }, { name: 'London', timeZone: 'Europe/London' }],
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

describe('VMs', () => {
  test('come in windows with a total that the platform does not tell', async () => {
    const { api } = await enterNebula('6.10', 'cloudadmin')
    const all = await api.listVms({ offset: 0, limit: 100 })
    expect(all).toMatchObject({ total: 14, unreadable: 0 })
    const windows = await Promise.all([0, 5, 10].map((offset) => api.listVms({ offset, limit: 5 })))
    expect(windows.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.rows.map(({ id }) => id))
    expect(windows.map(({ total }) => total)).toEqual([14, 14, 14])
    await expect(api.listVms({ offset: 200, limit: 10 })).resolves.toMatchObject({ rows: [], total: 14 })
    const backwards = await api.listVms({ offset: 0, limit: 3, descending: true })
    expect(backwards.rows.map(({ id }) => id)).toEqual(['1', '2', '3'])
  })

  test('are found by a part of their name, without the search of the server', async () => {
    const { api } = await enterNebula()
    const { rows, total } = await api.listVms({ offset: 0, limit: 2, text: 'Web-Front' })
    expect([rows.length, total]).toEqual([2, 3])
  })

  test('that were restored in place are off, whatever their old LCM state says', async () => {
    const { api } = await enterNebula()
    await expect(named(api, 'restore-drill-01')).resolves.toMatchObject({ state: 'off', stateText: 'POWEROFF' })
    await expect(api.listActivity()).resolves.toEqual([])
  })

  test('are the same in the list and alone, with what protects them', async () => {
    const { api } = await enterNebula()
    const vm = await named(api, 'erp-db-02')
    await expect(api.getVm(vm.id)).resolves.toEqual(vm)
    expect(vm).toMatchObject({
      datacenter: { id: '101', name: 'London' },
      timeZone: 'Europe/London',
      diskMb: 500 * 1_024,
      assignments: [{ policyId: 'job-0', policyName: 'nightly', values: [] }],
      block: { cause: 'job', job: 'nightly' },
    })
    await expect(named(api, 'web-frontend-01')).resolves.toMatchObject({
      assignments: [
        {
          policyId: 'store-101.daily',
          policyName: 'backups-restic (daily)',
          values: [{ time: { hour: 3, minute: 0, offset: 0 } }],
        },
      ],
      block: null,
    })
    await expect(named(api, 'erp-app-02')).resolves.toMatchObject({ assignments: [] })
    const { api: viewer } = await enterNebula('6.10', 'viewer')
    await expect(named(viewer, 'web-frontend-02')).resolves.toMatchObject({ block: { cause: 'others' } })
  })
})

describe('what a release has', () => {
  test.each([
    [
      '6.0',
      { interrupts: true, cancel: true, settings: false, ways: ['new-vm'], places: ['private-http', 'private-s3'] },
    ],
    [
      '6.6',
      {
        interrupts: false,
        cancel: false,
        settings: true,
        ways: ['new-vm'],
        places: ['backups-rsync', 'backups-restic'],
      },
    ],
    [
      '6.10',
      {
        interrupts: false,
        cancel: true,
        settings: true,
        ways: ['in-place', 'new-vm'],
        places: ['backups-rsync', 'backups-restic'],
      },
    ],
  ] as const)('%s is told before anybody tries', async (version, { ways, places, ...rest }) => {
    const { api } = await enterNebula(version)
    const site = await api.getSite('1')
    expect(site.ways).toMatchObject(rest)
    expect(site.ways.restores.map(({ way }) => way)).toEqual(ways)
    expect(site.ways.places.map(({ name }) => name)).toEqual(places)
  })

  test('policies are jobs, own schedules to each datastore, or marketplaces', async () => {
    const { api } = await enterNebula()
    const { rows } = await api.listPoliciesInSight()
    expect(rows.map(({ id }) => id)).toEqual([
      'job-0',
      ...['100', '101'].flatMap((id) => periods.map((period) => `store-${id}.${period}`)),
    ])
    expect(rows[0]?.configurations).toMatchObject([
      { timing: { every: 'daily', time: { by: 'policy', value: { hour: 1 } } }, typeText: 'FULL' },
    ])
    const legacy = await enterNebula('6.4')
    await expect(legacy.api.listPolicies('1')).resolves.toMatchObject({
      rows: [
        { id: 'market-100', configurations: [{ timing: { every: 'hourly', most: 8_760 } }] },
        { id: 'market-101' },
      ],
    })
  })
})

describe('protection', () => {
  const all = { kind: 'all' } as const

  test('a weekly schedule has the days of the server, and is read back as it was given', async () => {
    const { api, bodies } = await enterNebula()
    const vm = await named(api, 'web-frontend-02')
    const time = { hour: 0, minute: 30, second: 0, offset: 120 }
    const values = [{ key: 'backup', days: ['monday', 'friday'] as const, time, content: all }]
    await api.saveProtection(vm.id, {
      assignments: [{ policyId: 'store-100.weekly', policyName: '', values }],
      basedOn: vm.revision,
    })
    // Half past midnight two hours east is the evening before for the server.
    expect(bodies.findLast((body) => !body.includes('one.vm.info'))).toContain(
      'ACTION="backup",ARGS="100",TIME="1773959400",REPEAT="0",DAYS="0,4",END_TYPE="0"',
    )
    await expect(api.getVm(vm.id)).resolves.toMatchObject({
      assignments: [
        {
          policyId: 'store-100.weekly',
          values: [{ days: ['thursday', 'sunday'], time: { hour: 22, minute: 30, offset: 0 } }],
        },
      ],
    })
  })

  test('changes one schedule, adds and removes others, and touches nothing that stayed', async () => {
    const { api, writes } = await enterNebula()
    const vm = await named(api, 'web-frontend-01')
    const time = { hour: 5, minute: 0, second: 0, offset: 0 }
    const daily = { policyId: 'store-101.daily', policyName: '', values: [{ key: 'backup', time, content: all }] }
    const hourly = {
      policyId: 'store-100.hourly',
      policyName: '',
      values: [{ key: 'backup', hours: 30, content: all }],
    }
    await api.saveProtection(vm.id, { assignments: [daily, hourly], basedOn: vm.revision })
    expect(writes()).toEqual(['one.vm.schedupdate', 'one.vm.schedadd'])
    const after = await api.getVm(vm.id)
    expect(after.assignments?.map(({ policyId }) => policyId)).toEqual(['store-101.daily', 'store-100.hourly'])
    await api.saveProtection(vm.id, { assignments: after.assignments?.slice(1) ?? [], basedOn: after.revision })
    expect(writes().slice(2)).toEqual(['one.vm.scheddelete'])
    expect(await refusal(api.saveProtection(vm.id, { assignments: [], basedOn: vm.revision }))).toMatchObject({
      kind: 'stale',
    })
  })

  test('an action without a datastore is shown, and can be taken away', async () => {
    const { api, writes } = await enterNebula()
    const vm = await named(api, 'web-frontend-03')
    expect(vm.assignments?.map(({ policyId }) => policyId)).toEqual([
      expect.stringMatching(/^action-/u),
      'store-101.once',
    ])
    await api.saveProtection(vm.id, { assignments: vm.assignments?.slice(1) ?? [], basedOn: vm.revision })
    expect(writes()).toEqual(['one.vm.scheddelete'])
  })

  test('a job takes a VM in and lets it go, and its other VMs stay', async () => {
    const { api, bodies, writes } = await enterNebula()
    const vm = await named(api, 'café-portal-01')
    await api.saveProtection(vm.id, {
      assignments: [{ policyId: 'job-0', policyName: '', values: [] }],
      basedOn: vm.revision,
    })
    expect(bodies.findLast((body) => !body.includes('one.vm.info'))).toContain(`BACKUP_VMS="4,6,7,${vm.id}"`)
    const inside = await api.getVm(vm.id)
    expect(inside).toMatchObject({ assignments: [{ policyId: 'job-0' }], block: { cause: 'job' } })
    const own = { policyId: 'store-100.hourly', policyName: '', values: [{ key: 'backup', hours: 5, content: all }] }
    // Its own schedules would not run, and nobody would say so.
    expect(
      await refusal(
        api.saveProtection(vm.id, { assignments: [...(inside.assignments ?? []), own], basedOn: inside.revision }),
      ),
    ).toMatchObject({
      kind: 'conflict',
      code: 'IN-JOB',
    })
    await api.saveProtection(vm.id, { assignments: [own], basedOn: inside.revision })
    expect(writes()).toEqual(['one.backupjob.update', 'one.backupjob.update', 'one.vm.schedadd'])
    await expect(api.getVm(vm.id)).resolves.toMatchObject({
      block: null,
      assignments: [{ policyId: 'store-100.hourly' }],
    })
  })

  test('a frequency in seconds is written with all members of its attribute, and removed whole', async () => {
    const { api, bodies } = await enterNebula('6.0')
    const vm = await named(api, 'web-frontend-01')
    expect(vm.assignments).toMatchObject([{ policyId: 'market-100', values: [{ hours: 24 }] }])
    const wanted = [{ policyId: 'market-100', policyName: '', values: [{ key: 'backup', hours: 0.5, content: all }] }]
    await api.saveProtection(vm.id, { assignments: wanted, basedOn: vm.revision })
    const sent = bodies.findLast((body) => !body.includes('one.vm.info')) ?? ''
    expect(sent).toContain('&lt;FREQUENCY_SECONDS&gt;1800&lt;/FREQUENCY_SECONDS&gt;')
    for (const name of ['MARKETPLACE_ID', 'LAST_BACKUP_TIME', 'MARKETPLACE_APP_IDS'])
      expect(sent).toMatch(new RegExp(`${name}&gt;[\\d,]+&lt;`, 'u'))
    const after = await api.getVm(vm.id)
    await api.saveProtection(vm.id, { assignments: [], basedOn: after.revision })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({
      assignments: [],
      description: 'The web-frontend-01 of the shop & <more>',
    })
  })
})

describe('a backup now', () => {
  test('of an owner goes by a scheduled action, since only administrators may at once', async () => {
    const { api, writes, skip } = await enterNebula()
    // Between two looks of the server.
    await skip(4)
    const vm = await named(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    expect(writes()).toEqual(['one.vm.backup', 'one.vm.schedadd'])
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'waiting', kind: 'backup' })
    await skip(20)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'running' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'locked', stateText: 'BACKUP' })
    await api.listVms({ offset: 0, limit: 100 })
    await expect(api.listActivity()).resolves.toMatchObject([{ vmId: vm.id, task: { kind: 'backup' } }])
    await skip(hour)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
    const { rows } = await api.listBackups(vm.id)
    expect(rows).toMatchObject([{ outcome: 'good', policy: { name: 'backups-rsync' }, typeText: 'FULL' }])
  })

  test('that fails says why, and one that is stopped ends', async () => {
    const { api, writes, skip, change } = await enterNebula('6.10', 'oneadmin')
    const failing = await named(api, 'mail-store-01')
    const failed = await api.backUpNow(failing.id, { replicate: false, place: '100' })
    expect(writes()).toEqual(['one.vm.backup'])
    await skip(hour)
    await expect(api.getTask(failed.task ?? '')).resolves.toMatchObject({ state: 'failed' })
    await expect(api.listTasks(failing.id)).resolves.toMatchObject([
      { state: 'failed', jobs: [{ description: 'rsync: connection unexpectedly closed' }] },
    ])
    const vm = await named(api, 'web-frontend-02')
    const stopped = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    await api.cancelBackup(vm.id)
    await skip(60)
    await expect(api.getTask(stopped.task ?? '')).resolves.toMatchObject({ state: 'cancelled' })
    expect(await refusal(api.cancelBackup(vm.id))).toMatchObject({ kind: 'conflict' })
    // A driver that does not stop runs to its end, and there is a backup after all.
    const stubborn = await named(api, 'analytics-etl-01')
    await change({ vms: { 'analytics-etl-01': { stubborn: true } } })
    const late = await api.backUpNow(stubborn.id, { replicate: false, place: '100' })
    await api.cancelBackup(stubborn.id)
    await skip(hour)
    await expect(api.getTask(late.task ?? '')).resolves.toMatchObject({ state: 'done' })
  })

  test.each([
    ['the VM is in a job', 'erp-db-02', 'conflict', '8192'],
    ['the VM is locked', 'checkout-db-01', 'conflict', '512'],
  ])('is refused when %s', async (_, name, kind, code) => {
    const { api } = await enterNebula('6.10', 'oneadmin')
    const vm = await named(api, name)
    expect(await refusal(api.backUpNow(vm.id, { replicate: false, place: '100' }))).toMatchObject({ kind, code })
  })

  test('whose answer is lost is sent once, and nobody knows', async () => {
    const { api, faults, writes } = await enterNebula()
    await faults([{ path: '/one.vm.backup', dropAfter: true }])
    expect(await refusal(api.backUpNow('2', { replicate: false, place: '100' }))).toMatchObject({
      kind: 'unknown-outcome',
    })
    expect(writes()).toEqual(['one.vm.backup'])
  })
})

describe('results', () => {
  test('of a chain are its increments, by their lasting numbers, newest first', async () => {
    const { api } = await enterNebula()
    const vm = await named(api, 'web-frontend-01')
    const { rows } = await api.listBackups(vm.id)
    expect(rows.map(({ id }) => id.split(':')[1])).toEqual(['7', '6', '5', '4', '3'])
    expect(rows.map(({ typeText }) => typeText)).toEqual(['INCREMENT', 'INCREMENT', 'INCREMENT', 'INCREMENT', 'FULL'])
    expect(rows.map(({ chain }) => chain?.length)).toEqual([5, 5, 5, 5, 5])
    expect(await refusal(api.deleteBackup(vm.id, rows[0]?.id ?? ''))).toMatchObject({ kind: 'conflict', code: 'CHAIN' })
  })

  test('can be renamed and deleted', async () => {
    const { api } = await enterNebula()
    const vm = await named(api, 'restore-drill-01')
    const [first] = (await api.listBackups(vm.id)).rows
    expect(first?.chain).toBeUndefined()
    await api.renameBackup(vm.id, first?.id ?? '', 'before the change')
    expect(await refusal(api.renameBackup(vm.id, first?.id ?? '', 'a/b'))).toMatchObject({ kind: 'invalid' })
    expect((await api.listBackups(vm.id)).rows[0]?.name).toBe('before the change')
    await api.deleteBackup(vm.id, first?.id ?? '')
    expect((await api.listBackups(vm.id)).rows).toHaveLength(2)
  })

  test.each([
    ['web-frontend-01', 'good', 'READY'],
    ['mail-store-01', 'failed', 'Error exporting image'],
    ['web-frontend-03', 'failed', 'App 901, 902: not found'],
  ])('of the marketplace are good only when every app is: %s', async (name, outcome, text) => {
    const { api } = await enterNebula('6.0')
    const vm = await named(api, name)
    const { rows } = await api.listBackups(vm.id)
    expect(rows).toMatchObject([{ outcome, statusText: expect.stringContaining(text), policy: { id: 'market-100' } }])
    const { outcomes } = await api.recentOutcomes(new Date(start - 30 * 86_400_000))
    expect(outcomes.find(({ vmId }) => vmId === vm.id)?.outcome).toBe(outcome)
  })

  test('of all VMs are told with the newest failure, and as what they are: not the whole trail', async () => {
    const { api } = await enterNebula()
    const since = new Date(start - 30 * 86_400_000)
    const recent = await api.recentOutcomes(since)
    const vm = await named(api, 'mail-store-01')
    expect(recent.outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({
      outcome: 'failed',
      at: new Date('2026-03-17T02:01:30Z'),
      text: 'rsync: connection unexpectedly closed',
    })
    expect(recent).toMatchObject({ complete: true, wholeSince: since })
    const all = await api.listOutcomes({ from: since, to: new Date(start) })
    expect(all).toMatchObject({ complete: false, wholeSince: null, rest: null })
    expect(all.outcomes.length).toBeGreaterThan(recent.outcomes.length)
    await expect(api.recentFailures(since)).resolves.toMatchObject({
      failures: [{ at: new Date('2026-03-17T02:01:30Z') }],
    })
    await expect(api.listVmEvents(vm, { offset: 0, limit: 10 })).resolves.toMatchObject({
      rows: [{ severity: 'error' }, { severity: 'info' }],
    })
  })
})

test('what is known of all VMs does not shrink to the few that were looked at last', async () => {
  const { api } = await enterNebula()
  const since = new Date(start - 30 * 86_400_000)
  const failing = '8'
  await api.getVm('1')
  await api.listVms({ offset: 0, limit: 2 })
  const { outcomes } = await api.recentOutcomes(since)
  expect(outcomes.find(({ vmId }) => vmId === failing)?.outcome).toBe('failed')
  await api.listVms({ offset: 0, limit: 2 })
  await api.renameBackup('12', (await api.listBackups('12')).rows[0]?.id ?? '', 'renamed')
  const again = await api.recentOutcomes(since)
  expect(again.outcomes.find(({ vmId }) => vmId === failing)?.outcome).toBe('failed')
})

describe('a restore', () => {
  test('in place needs an administrator and a VM that is off, and is over when the VM is off again', async () => {
    const { api, skip } = await enterNebula('6.10', 'oneadmin')
    const vm = await named(api, 'erp-db-01')
    const [backup] = (await api.listBackups(vm.id)).rows
    const { task } = await api.restore(vm.id, backup?.id ?? '')
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ kind: 'restore', state: 'running' })
    await skip(120)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done', stateText: 'POWEROFF' })
    await expect(api.listTasks(vm.id)).resolves.toEqual([])
    const running = await named(api, 'web-frontend-01')
    const [chained] = (await api.listBackups(running.id)).rows
    expect(await refusal(api.restore(running.id, chained?.id ?? ''))).toMatchObject({ kind: 'conflict' })
    // The platform would take a backup of another VM without a word.
    expect(await refusal(api.restore(vm.id, chained?.id ?? ''))).toMatchObject({ kind: 'not-found' })
  })

  test('beside the VM makes a new one of the increment, and follows it until it runs', async () => {
    const { api, bodies, skip } = await enterNebula()
    const vm = await named(api, 'web-frontend-01')
    const { rows } = await api.listBackups(vm.id)
    const { task } = await api.restore(vm.id, rows[1]?.id ?? '', { way: 'new-vm', place: '1', name: 'web again' })
    expect(bodies.find((body) => body.includes('one.image.restore'))).toContain('INCREMENT_ID="6"')
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'running', stateText: 'CLONING' })
    await skip(300)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
    await expect(named(api, 'web again')).resolves.toMatchObject({ state: 'on' })
  })
})

const incremental = (one: Setting): Setting =>
  one.key === 'mode' && one.kind === 'choice' ? { ...one, value: 'INCREMENT' } : one
const keepingNine = (one: Setting): Setting => (one.kind === 'number' ? { ...one, value: 9 } : one)

test('switching a VM off is followed to its end, or to the end of patience with its guest', async () => {
  const { api, skip, change } = await enterNebula()
  await change({ vms: { 'web-frontend-02': { deaf: true } } })
  const [good, deaf] = await Promise.all(['web-frontend-01', 'web-frontend-02'].map((name) => named(api, name)))
  const tasks = await Promise.all([good, deaf].map(async (vm) => (await api.setPower(vm?.id ?? '', 'off')).task ?? ''))
  const states = async () => Promise.all(tasks.map(async (id) => (await api.getTask(id)).state))
  expect(await states()).toEqual(['running', 'running'])
  await skip(30)
  expect(await states()).toEqual(['done', 'running'])
  await skip(200)
  expect(await states()).toEqual(['done', 'failed'])
})

describe('settings', () => {
  test('are read, and changed attribute by attribute so that the rest of the VM stays', async () => {
    const { api, bodies } = await enterNebula()
    const vm = await named(api, 'web-frontend-01')
    const before = await api.getSettings(vm.id)
    expect(before.settings.map(({ key, value }) => [key, value])).toEqual([
      ['mode', 'INCREMENT'],
      ['increment-mode', 'CBT'],
      ['keep-last', 5],
      ['freeze', 'AGENT'],
      ['volatile-disks', false],
    ])
    const wanted = before.settings.map(keepingNine)
    await api.saveSettings(vm.id, wanted, before.revision)
    expect(bodies.findLast((body) => !body.includes('one.vm.info'))).toContain(
      '<string>BACKUP_CONFIG=[KEEP_LAST="9"]</string></value></param><param><value><int>1</int>',
    )
    expect(await refusal(api.saveSettings(vm.id, wanted, before.revision))).toMatchObject({ kind: 'stale' })
  })

  test('that the disks do not allow are refused in the words of the platform', async () => {
    const { api } = await enterNebula()
    const vm = await named(api, 'file-server-01')
    const { settings, revision } = await api.getSettings(vm.id)
    const wanted = settings.map(incremental)
    expect(await refusal(api.saveSettings(vm.id, wanted, revision))).toMatchObject({
      kind: 'conflict',
      complaints: [{ message: expect.stringContaining('not qcow2') }],
    })
  })
})

test('what would be sent is told without the session, and not sent', async () => {
  const { api, writes } = await enterNebula()
  const told = await api.describe.backUpNow('2', { replicate: false, place: '100' })
  expect(told).toMatchObject({
    method: 'POST',
    body: { methodName: 'one.vm.backup', params: ['$TOKEN', 2, 100, false] },
  })
  expect(writes()).toEqual([])
})
