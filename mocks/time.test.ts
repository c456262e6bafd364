import { describe, expect, test } from 'vitest'

import { bench, type Bench, chosen, day, hour, minute, policyIds, start } from './bench'
import { type Members, textOf } from './body'
import { lastRun, plansOf, readDateTime, readTime, runsBetween } from './calendar'

const resultsOf = async (world: Bench, label: string) =>
  (await world.call(`${await world.pathOf(label)}/backup/results?limit=0`)).rows

const protect = async (world: Bench, label: string, policy: object): Promise<void> => {
  const vm = await world.vm(label)
  await world.call(await world.pathOf(label), { method: 'PUT', body: { ...vm, backupPolicies: [policy] } })
  await world.skip(10_000)
}

const post = async (world: Bench, label: string, action: string) =>
  world.call(`${await world.pathOf(label)}/${action}`, { method: 'POST' })

describe('the calendar of the backup system', () => {
  const rule = { type: 'COMPLETE', time: null, days: null, sources: null } as const

  test('reads times and dates with their offset, and nothing else', () => {
    expect(readTime('02:30:00 +0100')).toBe(1.5 * hour)
    expect(readTime('00:00:00 -0330')).toBe(3.5 * hour)
    expect(readTime('2:30:00 +0100')).toBeNull()
    expect(readDateTime('2026/03/29 02:30:00 +0100')).toBe(Date.parse('2026-03-29T01:30:00Z'))
    expect(readDateTime('2026/02/29 00:00:00 +0000')).toBeNull()
  })

  test('a day of the week is the day in the offset of the time', () => {
    const plans = plansOf(
      { ...rule, subtype: 'WEEKLY_PLANNED', time: '00:30:00 +0200', days: ['MONDAY'] },
      undefined,
      1,
    )
    const runs = plans.flatMap((plan) => runsBetween(plan, start, start + 8 * day))
    expect(runs.map((at) => new Date(at).toISOString())).toEqual(['2026-03-08T22:30:00.000Z'])
  })

  test('monthly runs once a month on a day of its own', () => {
    const [plan] = plansOf({ ...rule, subtype: 'MONTHLY', time: '05:00:00 +0000' }, undefined, 7)
    const runs = plan ? runsBetween(plan, Date.parse('2026-01-01'), Date.parse('2026-12-31T23:59:59Z')) : []
    expect(runs).toHaveLength(12)
    expect(new Set(runs.map((at) => new Date(at).getUTCDate())).size).toBe(1)
  })

  test('the last run is the last of all runs', () => {
    const [plan] = plansOf({ ...rule, subtype: 'HOURLY', time: '6' }, undefined, 3)
    expect(plan && lastRun(plan, start)).toBe(plan && runsBetween(plan, start - day, start).at(-1))
  })
})

describe('results', () => {
  test('appear when the backup system is polled: first running, then done', async () => {
    const world = bench()
    const before = await resultsOf(world, 'erp-app-02')
    await world.skip(20_000)
    await post(world, 'erp-app-02', 'backup/action/request')
    expect(await resultsOf(world, 'erp-app-02')).toHaveLength(before.length)
    await world.skip(40_000)
    const [running] = await resultsOf(world, 'erp-app-02')
    expect(running).toMatchObject({ status: 'COMPLETED', expirationDate: expect.any(String) })
  })

  test('one that is running at the poll is in progress, without a size', async () => {
    const world = bench()
    await world.settings({ checkDelayMs: 10_000 })
    await post(world, 'erp-db-01', 'backup/action/request')
    await world.skip(10_000)
    expect((await resultsOf(world, 'erp-db-01'))[0]).toMatchObject({
      status: 'PROGRESS',
      sizeInMb: 0,
      expirationDate: null,
    })
  })

  test('come by the schedule, and go when they expire', async () => {
    const world = bench()
    const before = await resultsOf(world, 'web-frontend-01')
    await world.skip(3 * day)
    const after = await resultsOf(world, 'web-frontend-01')
    const known = new Set(before.map(({ id }) => id))
    expect(after.filter(({ id }) => !known.has(id))).toHaveLength(3)
    expect(after.length).toBeLessThan(before.length + 3)
    const expiries = after.map(({ expirationDate }) => textOf(expirationDate)).filter((text) => text !== null)
    expect(expiries.every((text) => text > '2026-03-05')).toBe(true)
  })

  test('begin with a schedule and end with it', async () => {
    const world = bench()
    await protect(world, 'cache-redis-01', chosen(1, policyIds.bcnNightly))
    await world.skip(2 * day)
    expect(await resultsOf(world, 'cache-redis-01')).toHaveLength(2)
    const vm = await world.vm('cache-redis-01')
    await world.call(await world.pathOf('cache-redis-01'), { method: 'PUT', body: { ...vm, backupPolicies: [] } })
    await world.skip(3 * day)
    expect(await resultsOf(world, 'cache-redis-01')).toHaveLength(2)
  })

  test('a jump of months is taken at once, in the order in which things happen', async () => {
    const world = bench()
    await post(world, 'restore-drill-01', 'action/deploy')
    await world.call(`${await world.pathOf('restore-drill-01')}/state`, { method: 'PUT', body: { state: 'ON' } })
    const before = performance.now()
    await world.skip(90 * day)
    expect((await world.vm('restore-drill-01'))['state']).toBe('ON')
    await resultsOf(world, 'restore-drill-01')
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

describe('a scheduled backup', () => {
  test('locks the VM, is a task of nobody, and ends with a line in the trail', async () => {
    const world = bench()
    const vm = await world.vm('file-server-01')
    expect(vm['state']).toBe('LOCKED')
    const tasks = await world.call(`${await world.pathOf('file-server-01')}/tasks`)
    expect(tasks.rows[0]).toMatchObject({ type: 'BACKUP', state: 'STARTED' })
    expect(tasks.rows[0]).not.toHaveProperty('userId')
    await world.skip(3 * hour)
    expect((await world.vm('file-server-01'))['state']).toBe('ON')
    const events = await world.call(`/events?virtualMachine=${String(vm['name'])}&limit=1`)
    expect(events.rows[0]).toMatchObject({ actionPerformed: 'VIRTUAL_MACHINE_SCHEDULED_BACKUP' })
  })
})

describe('undeployed, deployed again, deleted', () => {
  test('undeploying removes the schedule; deploying brings it back, and earlier backups are usable again', async () => {
    const world = bench()
    expect((await post(world, 'erp-app-02', 'action/undeploy')).status).toBe(202)
    await world.skip(10_000)
    expect((await world.vm('erp-app-02'))['state']).toBe('NOT_ALLOCATED')
    const left = await resultsOf(world, 'erp-app-02')
    await world.skip(2 * day)
    expect((await resultsOf(world, 'erp-app-02')).length).toBeLessThanOrEqual(left.length)
    const usable = (await resultsOf(world, 'erp-app-02')).find(({ status }) => status === 'COMPLETED')
    expect((await post(world, 'erp-app-02', `backup/results/${String(usable?.['id'])}/action/restore`)).code).toBe(
      'BC-43',
    )
    await post(world, 'erp-app-02', 'action/deploy')
    await world.skip(minute)
    await world.call(`${await world.pathOf('erp-app-02')}/state`, { method: 'POST', body: { state: 'OFF' } })
    await world.skip(minute)
    expect((await post(world, 'erp-app-02', `backup/results/${String(usable?.['id'])}/action/restore`)).status).toBe(
      202,
    )
    await world.skip(2 * day)
    const newest = (await resultsOf(world, 'erp-app-02'))[0]
    expect(Date.parse(String(newest?.['creationDate']).replace('+0000', 'Z'))).toBeGreaterThan(start + 3 * day)
  })

  test('a VM is deleted at once or after its undeploy, and never while locked or protected', async () => {
    const world = bench()
    const remove = async (label: string) => world.call(await world.pathOf(label), { method: 'DELETE' })
    expect((await remove('erp-db-02')).code).toBe('VM-8')
    expect((await remove('webmail-01')).code).toBe('VM-120')
    const paths = await Promise.all(['erp-reports-01', 'erp-app-02'].map((label) => world.pathOf(label)))
    expect((await remove('erp-reports-01')).status).toBe(204)
    expect((await remove('erp-app-02')).status).toBe(202)
    await world.skip(10_000)
    const gone = await Promise.all(paths.map((path) => world.call(path)))
    expect(gone.map(({ code }) => code)).toEqual(['VM-1', 'VM-1'])
  })
})

describe('power', () => {
  test.each([
    ['erp-app-02', 'ON', 202, null],
    ['erp-app-02', 'OFF', 409, 'VM-10'],
    ['erp-app-01', 'PAUSED', 202, null],
    ['payment-gateway-01', 'ON', 202, null],
    ['erp-reports-01', 'ON', 409, 'VM-3'],
    ['erp-db-02', 'ON', 409, 'VM-2'],
    ['checkout-db-01', 'OFF', 409, 'VM-120'],
    ['erp-app-01', 'ASLEEP', 400, 'GEN-22'],
  ])('%s to %s answers %i', async (label, state, status, code) => {
    const world = bench()
    const answer = await world.call(`${await world.pathOf(label)}/state`, { method: 'PUT', body: { state } })
    expect(answer).toMatchObject({ status, code })
    if (status !== 202) return
    await world.skip(5_000)
    expect((await world.vm(label))['state']).toBe(state)
  })

  test('needs its privileges', async () => {
    const world = bench()
    const path = await world.pathOf('erp-app-01')
    const answers = await Promise.all([
      world.call(`${path}/state`, { method: 'PUT', body: { state: 'OFF' }, as: 'viewer' }),
      world.call(`${path}/action/undeploy`, { method: 'POST', as: 'viewer' }),
      world.call(path, { method: 'DELETE', as: 'viewer' }),
    ])
    expect(answers.map(({ code }) => code)).toEqual(['GEN-15', 'GEN-15', 'GEN-15'])
  })
})

const beganAt = ({ creationDate }: Members): number => Date.parse(textOf(creationDate) ?? '')

describe('a schedule that silently stopped', () => {
  const label = 'web-frontend-02'

  test('gives neither results nor failures, nor a word in the trail', async () => {
    const world = bench()
    const stopped = start - 4 * day
    const times = async () => (await resultsOf(world, label)).map(beganAt)
    expect((await times()).length).toBeGreaterThan(0)
    await world.skip(3 * day)
    expect((await times()).every((at) => at <= stopped)).toBe(true)
    const name = textOf((await world.vm(label))['name'])
    const { rows } = await world.call(`/events?virtualmachine=${name}&datefrom=${Math.floor(stopped / 1_000) + 3_600}`)
    expect(rows).toEqual([])
  })

  test('runs again when a policy is put on it anew', async () => {
    const world = bench()
    await world.call(await world.pathOf(label), {
      method: 'PUT',
      body: { ...(await world.vm(label)), backupPolicies: [] },
    })
    await world.skip(minute)
    await protect(world, label, chosen(1, policyIds.bcnNightly))
    await world.skip(2 * day)
    const began = (await resultsOf(world, label)).map(beganAt)
    expect(Math.max(...began)).toBeGreaterThan(start)
  })
})
