import { afterEach, describe, expect, test, vi } from 'vitest'

import { assign, benches, enter, minute, plain, policyCalled, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { found, vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

const asAdministrator = { user: 'tenantadmin', password: 'tenantadmin' }

/** A change that waits for approval, asked for by someone who may not decide about it. */
async function held(newBench: (typeof benches)[number][1], policy = 'Nightly', name = 'cache-redis-01') {
  const bench = await enter(newBench)
  await bench.holdChanges()
  const vm = await vmNamed(bench.api, name)
  const { id } = await policyCalled(bench.api, vm, policy)
  const { task } = await bench.api.saveProtection(vm.id, assign(vm, [plain(id)]))
  return { ...bench, vm, task: found(task ?? undefined, 'task that waits') }
}

describe.each(benches)('%s: work that waits for approval', (_, newBench) => {
  test('nothing happens, however long it waits, and the VM stays locked', async () => {
    const { api, skip, vm, task } = await held(newBench)
    await skip(90 * minute)
    await expect(api.getTask(task)).resolves.toMatchObject({ state: 'held', decisions: ['continue', 'cancel'] })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'locked', assignments: vm.assignments })
    await expect(api.listActivity()).resolves.toContainEqual(
      expect.objectContaining({ vmId: vm.id, task: expect.objectContaining({ state: 'held' }) }),
    )
  })

  test('whoever may decide lets it go on, and it takes as long as any other', async () => {
    const { api, skip, vm, task } = await held(newBench)
    await skip(90 * minute)
    await api.signIn(asAdministrator)
    await expect(api.decideTask(task, 'continue')).resolves.toEqual({ task: null })
    expect(await api.getTask(task)).toMatchObject({ state: 'waiting' })
    expect((await api.getTask(task)).decisions).toBeUndefined()
    await skip(minute)
    await expect(api.getTask(task)).resolves.toMatchObject({ state: 'done', by: 'Priya Nair' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ assignments: [{ policyName: 'Nightly' }] })
  })

  test('whoever may decide takes it back, and the VM is as it was', async () => {
    const { api, vm, task } = await held(newBench)
    await api.signIn(asAdministrator)
    await api.decideTask(task, 'cancel')
    await expect(api.getTask(task)).resolves.toMatchObject({ state: 'cancelled' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: vm.state, assignments: vm.assignments })
  })

  test('one who may not decide is refused, and a second decision is told as too late without being sent', async () => {
    const bench = await held(newBench)
    const { api, task } = bench
    expect(await refusal(api.decideTask(task, 'continue'))).toMatchObject({ kind: 'forbidden' })
    await api.signIn(asAdministrator)
    await api.decideTask(task, 'continue')
    const before = writes(bench)
    expect(await refusal(api.decideTask(task, 'cancel'))).toMatchObject({ kind: 'conflict' })
    expect(writes(bench)).toBe(before)
  })

  test('a lost answer is an unknown outcome, sent once', async () => {
    const bench = await held(newBench)
    await bench.api.signIn(asAdministrator)
    await bench.loseWrites('after')
    const before = writes(bench)
    expect(await refusal(bench.api.decideTask(bench.task, 'continue'))).toMatchObject({ kind: 'unknown-outcome' })
    expect(writes(bench)).toBe(before + 1)
  })

  test('a failure that someone has taken note of stays a failure, and says so', async () => {
    const bench = await held(newBench, 'Silver', 'rollback-drill-01')
    await bench.api.signIn(asAdministrator)
    await bench.api.decideTask(bench.task, 'continue')
    await bench.skip(minute)
    await expect(bench.api.getTask(bench.task)).resolves.toMatchObject({ state: 'failed', decisions: ['acknowledge'] })
    await bench.api.decideTask(bench.task, 'acknowledge')
    await expect(bench.api.getTask(bench.task)).resolves.toMatchObject({ state: 'failed', noted: true })
    expect((await bench.api.getTask(bench.task)).decisions).toBeUndefined()
  })

  test('what would be sent is told without being sent', async () => {
    const bench = await held(newBench)
    const before = writes(bench)
    await expect(bench.api.describe.decideTask(bench.task, 'continue')).resolves.toMatchObject({ method: 'POST' })
    expect(writes(bench)).toBe(before)
  })
})
