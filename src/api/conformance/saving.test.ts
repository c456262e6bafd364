import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Assignment } from '~/domain/assignment'
import { failedJob } from '~/domain/task'

import { assign, benches, enter, follow, plain, policyCalled, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('saving policies', () => {
    test('becomes a task that hands the schedule over, and is there when it ends', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'cache-redis-01')
      const nightly = await policyCalled(api, vm, 'Nightly')
      const task = await follow(bench, await api.saveProtection(vm.id, assign(vm, [plain(nightly.id)])))
      expect(task).toMatchObject({ kind: 'reconfigure', state: 'done', by: 'Priya Nair' })
      expect(task.jobs.map(({ kind, state }) => [kind, state])).toContainEqual(['backup-schedule', 'done'])
      const after = await api.getVm(vm.id)
      expect(after.assignments).toEqual([{ policyId: nightly.id, policyName: 'Nightly', values: [] }])
      expect(after.revision).not.toBe(vm.revision)
      await expect(api.listTasks(vm.id)).resolves.toContainEqual(task)
    })

    test('values that the policy leaves to the VM come back as they were given', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'report-archive-01')
      const [own, once] = [
        await policyCalled(api, vm, 'Files on days of your own'),
        await policyCalled(api, vm, 'Once, before a release'),
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
      expect(await follow(bench, await api.saveProtection(vm.id, assign(vm, assignments)))).toMatchObject({
        state: 'done',
      })
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments })
    })

    test('on a VM that no host holds it is done at once', async () => {
      const { api } = await enter(newBench)
      const vm = await vmNamed(api, 'erp-reports-01')
      const policy = await policyCalled(api, vm, 'Snapshots on two days')
      await expect(api.saveProtection(vm.id, assign(vm, [plain(policy.id)]))).resolves.toEqual({ task: null })
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments: [{ policyName: 'Snapshots on two days' }] })
    })

    test('when the backup system refuses the schedule all is rolled back, and the failed job is told', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'rollback-drill-01')
      const silver = await policyCalled(api, vm, 'Silver')
      const task = await follow(bench, await api.saveProtection(vm.id, assign(vm, [plain(silver.id)])))
      expect(task.state).toBe('failed')
      expect(failedJob(task)).toMatchObject({ kind: 'backup-schedule', kindText: 'BACKUP_SCHEDULE' })
      expect(task.jobs.filter(({ kind }) => kind === 'other').map(({ state }) => state)).toEqual(['rolled-back'])
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments: [], revision: vm.revision })
    })

    test('what someone else changed in between is not overwritten', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'erp-reports-01')
      const [hers, mine] = [
        await policyCalled(api, vm, 'Snapshots on two days'),
        await policyCalled(api, vm, 'Every few hours'),
      ]
      await api.saveProtection(vm.id, assign(vm, [plain(hers.id)]))
      const before = writes(bench)
      expect(await refusal(api.saveProtection(vm.id, assign(vm, [plain(mine.id)])))).toMatchObject({ kind: 'stale' })
      expect(writes(bench)).toBe(before)
    })

    test('members that nobody here knows, and what did not change, are sent back as they came', async () => {
      const { api, sent, tamper } = await enter(newBench)
      const vm = await vmNamed(api, 'erp-db-01')
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
      const { api, change } = await enter(newBench)
      await change('Barcelona', how)
      const vm = await vmNamed(api, name)
      const chosen = await Promise.all(policies.map((policy) => policyCalled(api, vm, policy)))
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
      const { api } = await enter(newBench, 'operator')
      const vm = await vmNamed(api, 'web-frontend-01')
      const viewer = await enter(newBench, 'viewer')
      expect(await refusal(viewer.api.saveProtection(vm.id, assign(vm, [])))).toMatchObject({ kind: 'forbidden' })
    })

    test('a user without the schedule privilege may not give times', async () => {
      const { api } = await enter(newBench, 'user')
      const vm = await vmNamed(api, 'cache-redis-01')
      const policy = await policyCalled(api, vm, 'Daily at a time of your own')
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
})
