import { expect, test } from 'vitest'

import { bench, day, hour } from './bench'
import { listOf, membersOf } from './body'

const early = async () => {
  const world = bench()
  await world.settings({ early: true })
  return world
}

const accepting = (version: string) => ({ accept: `application/vnd.abiquo.user+json; version=${version}` })

const restoreType = { 'content-type': 'application/vnd.abiquo.restore+json; version=3.10' }

test('before 4.0 it speaks media types up to 3, and says which release it is', async () => {
  const { call, raw } = await early()
  expect((await call('/login', { headers: accepting('5.2') })).status).toBe(406)
  expect((await call('/login', { headers: accepting('3.10') })).status).toBe(200)
  const version = await raw('/api/version', { headers: { accept: 'text/plain' } })
  expect(await version.text()).toBe('3.10\n')
})

test('before 4.0 there are no results beside the metadata, no managers and no policies on VMs', async () => {
  const { call, pathOf, vm } = await early()
  const path = await pathOf('erp-app-01')
  const missing = [`${path}/backup/results`, `${path}/backup/results/1`, '/admin/datacenters/1/backupmanagers']
  const answers = await Promise.all(missing.map((one) => call(one, { as: 'cloudadmin' })))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  const machine = await vm('erp-app-01')
  expect(machine).not.toHaveProperty('backupPolicies')
  expect(listOf(machine['links']).map(({ rel }) => rel)).not.toContain('backupresults')
  const { rows } = await call('/cloud/locations/1/backuppolicies', { as: 'cloudadmin' })
  const lines = rows.flatMap((policy) => listOf(policy['backupConfigurations']))
  expect(lines.every((line) => 'period' in line && !('subtype' in line))).toBe(true)
})

test('a platform since 4.0 still has metadata, and writes no results there', async () => {
  const { call, pathOf } = bench()
  const { body } = await call(`${await pathOf('erp-app-01')}/metadata`)
  expect(body).toEqual({ links: [], metadata: { 'startup-script': 'true' } })
})

test('planned backups lock nothing, are no tasks, and stand in no event', async () => {
  const { call, skip, vm } = await early()
  // A scheduled backup of a later platform would lock it now.
  expect(await vm('file-server-01')).not.toMatchObject({ state: 'LOCKED' })
  await skip(2 * day)
  const { rows } = await call('/events?limit=0&actionperformed=VIRTUAL_MACHINE_SCHEDULED_BACKUP', { as: 'cloudadmin' })
  expect(rows).toEqual([])
})

test('a restore takes the record by its id, does it without a task, and writes what became of it into the metadata', async () => {
  const { call, pathOf, skip } = await early()
  const path = await pathOf('restore-drill-01')
  const resultsOf = async () => {
    const { body } = await call(`${path}/metadata`)
    return listOf(membersOf(membersOf(body['metadata'])['backupResults'])['results'])
  }
  const good = (await resultsOf()).find(({ status, restore }) => /done|completed/.test(String(status)) && !restore)
  const send = (id: unknown) =>
    call(`${path}/action/restorebackup`, { method: 'POST', body: { ...good, id }, headers: restoreType })
  expect(await send('none')).toMatchObject({ status: 404, code: 'BC-20' })
  expect(await send(good?.['id'])).toMatchObject({ status: 204 })
  expect(await send(good?.['id'])).toMatchObject({ status: 409, code: 'BC-6' })
  const restored = async () => (await resultsOf()).find(({ id }) => id === good?.['id'])
  expect((await restored())?.['restoreInfo']).not.toHaveProperty('result')
  await skip(hour)
  expect(await restored()).toMatchObject({ restore: 'requested', restoreInfo: { result: 'success' } })
})
