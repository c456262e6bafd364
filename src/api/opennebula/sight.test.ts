import { afterEach, describe, expect, test, vi } from 'vitest'

import { protectionJudge } from '~/domain/protection-rule'
import { usualThresholds } from '~/domain/thresholds'

import { vmNamed } from '../conformance/seeded.bench'
import type { Platform } from '../port'
import { enterNebula, start } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

const now = new Date(start)

/** What the badge of a VM says, by the names of the VMs. */
async function badges(api: Platform): Promise<ReadonlyMap<string, string>> {
  const { rows } = await api.listVms({ offset: 0, limit: 100 })
  const { rows: policies } = await api.listPoliciesInSight()
  const trail = await api.recentOutcomes(new Date(start - 8 * 86_400_000))
  const judge = protectionJudge(policies, { ...trail, asOf: now }, usualThresholds)
  return new Map(
    rows.map((vm) => {
      const outcome = trail.outcomes.find(({ vmId }) => vmId === vm.id) ?? null
      const replanned = trail.replanned.find(({ vmId }) => vmId === vm.id)?.at ?? null
      return [vm.name, judge(vm, { outcome, task: null, plannedAt: vm.plannedAt ?? replanned }, now).state]
    }),
  )
}

/** Answers of one object, changed on their way. */
function altered(fetch: typeof globalThis.fetch, id: number, method: string, change: (text: string) => string): void {
  vi.stubGlobal('fetch', async (address: string | URL | Request, init?: RequestInit) => {
    const answer = await fetch(address, init)
    const asked = typeof init?.body === 'string' ? init.body : ''
    if (!asked.includes(`<methodName>${method}<`) || (id >= 0 && !asked.includes(`<int>${id}</int>`))) return answer
    return new Response(change(await answer.text()), { headers: answer.headers })
  })
}

test('a schedule of a VM in a backup job never runs, and is not told as a backup that failed', async () => {
  const { api, call, skip } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'erp-db-02')
  const before = (await badges(api)).get('erp-db-02')
  await call('one.vm.schedadd', [
    Number(vm.id),
    `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${start / 1_000 - 60}"]`,
  ])
  await skip(60)
  expect((await badges(api)).get('erp-db-02')).toBe(before)
  const why = expect.stringContaining('the VM is part of Backup Job ID')
  await expect(api.listTasks(vm.id)).resolves.toMatchObject([{ standing: 'once', jobs: [{ description: why }] }])
})

describe('who sees VMs and not their backups', () => {
  test('is told that their protection is not known, never that a run was missed', async () => {
    const { api } = await enterNebula('6.10', 'viewer')
    const found = await badges(api)
    for (const name of ['web-frontend-01', 'erp-app-01', 'erp-db-02'])
      expect([name, found.get(name)]).toEqual([name, 'unknown'])
  })
})

test('one backup that cannot be read leaves its own VM unknown; others are overdue or scheduled as they were', async () => {
  const { api, fetch, call, skip } = await enterNebula('6.10', 'cloudadmin')
  const one = await vmNamed(api, 'erp-app-01')
  const images = (await api.listBackups(one.id, { offset: 0, limit: 100 })).rows.map(({ id }) => id)
  const late = await vmNamed(api, 'web-frontend-01')
  // Its backups were deleted past the console, and its plan has run since: nothing came.
  await call('one.image.delete', [
    Number((await api.listBackups(late.id, { offset: 0, limit: 1 })).rows[0]?.id.split(':')[0]),
  ])
  const fresh = await vmNamed(api, 'web-frontend-02')
  const tomorrow = start / 1_000 + 86_400
  await call('one.vm.schedadd', [
    Number(fresh.id),
    `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${tomorrow}",REPEAT="0",DAYS="0,1,2,3,4,5,6",END_TYPE="0"]`,
  ])
  await skip(1)
  altered(fetch, -1, 'one.imagepool.info', (text) =>
    text.replaceAll(`&lt;ID&gt;${images[0]}&lt;/ID&gt;`, '&lt;ID&gt;?&lt;/ID&gt;'),
  )
  const found = await badges(api)
  expect(found.get('erp-app-01')).toBe('unknown')
  expect(found.get('web-frontend-01')).toBe('overdue')
  expect(found.get('web-frontend-02')).toBe('scheduled')
  expect(found.get('erp-db-01')).toBe('protected')
})

test.each([
  [
    'parts of a chain',
    'one.image.info',
    /&lt;INCREMENT&gt;[\s\S]*?&lt;\/INCREMENT&gt;/u,
    '&lt;INCREMENT&gt;?&lt;/INCREMENT&gt;',
    4,
  ],
  ['numbers of backups', 'one.vm.info', /&lt;BACKUP_IDS&gt;&lt;ID&gt;\d+/u, '&lt;BACKUP_IDS&gt;&lt;ID&gt;?', 0],
] as const)('%s that cannot be read are counted, and what is left never passes for all', async (...given) => {
  const [, method, member, broken, left] = given
  const { api, fetch, writes } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'web-frontend-01')
  const told = (await api.listBackups(vm.id, { offset: 0, limit: 100 })).rows.map(({ id }) => id)
  altered(fetch, -1, method, (text) => text.replace(member, broken))
  const { rows, unreadable, total } = await api.listBackups(vm.id, { offset: 0, limit: 100 })
  expect([rows.length, unreadable, total]).toEqual([left, 1, left + 1])
  // Nothing is deleted of which nobody knows what all goes with it.
  await expect(
    api.deleteBackup(
      vm.id,
      told[0] ?? '',
      rows.map(({ id }) => id),
    ),
  ).rejects.toMatchObject({ code: 'CHAIN' })
  expect(writes()).not.toContain('one.image.delete')
})

test('a backup job that cannot be read leaves the others', async () => {
  const { api, fetch } = await enterNebula('6.10', 'cloudadmin')
  altered(fetch, 0, 'one.backupjob.info', (text) => text.replace('&lt;ID&gt;0&lt;/ID&gt;', ''))
  const page = await api.listPoliciesInSight()
  expect(page.unreadable).toBe(1)
  expect(page.rows.map(({ name }) => name)).toContain('backups-rsync (daily)')
})

describe('before 6.6', () => {
  test('an app that this person may not see leaves its own VM unclear', async () => {
    const { api, fetch } = await enterNebula('6.4', 'cloudadmin')
    altered(
      fetch,
      1,
      'one.marketapp.info',
      () =>
        '<methodResponse><params><param><value><array><data><value><boolean>0</boolean></value><value><string>[one.marketapp.info] User [2] : Not authorized to perform USE MARKETPLACEAPP [1].</string></value><value><i4>512</i4></value><value><i4>1</i4></value><value><i8>-1</i8></value></data></array></value></param></params></methodResponse>',
    )
    const { outcomes } = await api.recentOutcomes(new Date(start - 8 * 86_400_000))
    const one = await vmNamed(api, 'web-frontend-01')
    expect(outcomes.find(({ vmId }) => vmId === one.id)).toMatchObject({ outcome: 'unknown' })
    expect(outcomes.filter(({ outcome }) => outcome !== 'unknown').length).toBeGreaterThan(1)
  })

  test('who may only look is offered no backup that is due', async () => {
    const { api } = await enterNebula('6.4', 'viewer')
    await expect(api.listDue()).resolves.toEqual([])
    const operator = await enterNebula('6.4')
    expect((await operator.api.listDue())?.length).toBeGreaterThan(2)
  })

  test('administrators see under Infrastructure how much room the marketplaces have', async () => {
    const { api } = await enterNebula('6.4', 'cloudadmin')
    const { rows } = await api.listDatacenters()
    expect(rows[0]?.places?.map(({ name }) => name)).toEqual(['private-http', 'private-s3'])
  })
})

test('a record that a release before 6.6 left behind protects nothing', async () => {
  const { api, call } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'web-frontend-02')
  await call('one.vm.update', [Number(vm.id), 'BACKUP=[FREQUENCY_SECONDS="86400",MARKETPLACE_ID="100"]', 1])
  expect((await badges(api)).get('web-frontend-02')).toBe('not-protected')
})

test('a schedule of hours says when it runs next, and keeps its revision when it has run', async () => {
  const { api, call, skip } = await enterNebula()
  const vm = await vmNamed(api, 'web-frontend-02')
  const at = start / 1_000 + 3_600
  await call('one.vm.schedadd', [
    Number(vm.id),
    `SCHED_ACTION=[ACTION="backup",ARGS="101",TIME="${at}",REPEAT="3",DAYS="6",END_TYPE="0"]`,
  ])
  const before = await api.getVm(vm.id)
  expect(before.assignments).toMatchObject([{ policyId: 'store-101.hourly', next: new Date(at * 1_000) }])
  await skip(2 * 3_600)
  const after = await api.getVm(vm.id)
  expect(after.assignments).toMatchObject([{ next: new Date((at + 6 * 3_600) * 1_000) }])
  expect(after.revision).toBe(before.revision)
})
