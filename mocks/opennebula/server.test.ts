import { describe, expect, test } from 'vitest'

import { backupJob, image, imagePool, marketplaceApp, virtualMachine, vmPool } from '~/api/opennebula/wire'

import { createClock } from '../clock'
import { bench, idIn } from './bench'
import { versions } from './records'
import { createServer } from './server'

describe('the envelope', () => {
  test('is the one of the server: three elements, five with an i8, faults', async () => {
    const { raw } = bench()
    expect(await raw('one.system.version', [])).toContain(
      '<value><string>6.10.0.1</string></value>\n<value><i4>0</i4></value>',
    )
    const missing = await raw('one.vm.info', [9_999, false])
    expect(missing).toContain('<value><string>[one.vm.info] Error getting virtual machine [9999].</string></value>')
    expect(missing).toContain('<value><i4>1024</i4></value>\n<value><i4>9999</i4></value>\n<value><i8>-1</i8></value>')
    expect(await raw('one.vm.info', ['12', false])).toContain('<i4>-501</i4>')
    expect(await raw('one.vm.nothing', [])).toContain('<i4>-506</i4>')
  })

  test('a wrong password, another path and another method are refused as they are', async () => {
    const { raw } = bench()
    expect(await raw('one.vmpool.info', [-2, -1, -1, -1], 'operator:guess')).toContain("User couldn't be authenticated")
    const server = createServer()
    const at = (path: string, method: string) => server(new Request(`http://one${path}`, { method }))
    expect((await at('/', 'POST')).status).toBe(404)
    expect((await at('/RPC2', 'GET')).status).toBe(405)
    expect((await at('/RPC2', 'OPTIONS')).headers.get('allow')).toBe('POST')
  })

  test.each(versions)('%s has the methods of its time', async (version) => {
    const { raw } = bench(version)
    const has = async (method: string, params: readonly (string | number | boolean)[]) =>
      !(await raw(method, params)).includes('-506')
    const found = await Promise.all([
      has('one.vm.schedadd', [1, '']),
      has('one.vm.backup', [1, 100, false]),
      has('one.backupjobpool.info', [-2, -1, -1]),
      has('one.vm.restore', [1, 1, -1, -1]),
    ])
    const at = versions.indexOf(version)
    expect(found).toEqual([at >= 1, at >= 2, at >= 3, at >= 4])
  })
})

describe('pools', () => {
  test('are newest first, by offset, by range of ids, or whole', async () => {
    const { call } = bench()
    const list = async (start: number, end: number) =>
      vmPool.parse(await call('one.vmpool.info', [-2, start, end, -1])).rows.map(({ ID }) => ID)
    const all = await list(-1, -1)
    expect(all).toEqual(all.toSorted((a, b) => b - a))
    expect(await list(0, -5)).toEqual(all.slice(0, 5))
    expect(await list(5, -5)).toEqual(all.slice(5, 10))
    expect(await list(3, 7)).toEqual([7, 6, 5, 4, 3])
    expect(await list(-1, 3)).toEqual(all)
    expect(await list(500, -5)).toEqual([])
  })

  test('tell of backups only when asked for more', async () => {
    const { call } = bench('6.0')
    const short = vmPool.parse(await call('one.vmpool.info', [-2, -1, -1, -1])).rows
    const long = vmPool.parse(await call('one.vmpool.infoextended', [-2, -1, -1, -1])).rows
    expect(short.every(({ USER_TEMPLATE }) => USER_TEMPLATE.BACKUP.length === 0)).toBe(true)
    expect(long.filter(({ USER_TEMPLATE }) => USER_TEMPLATE.BACKUP.length > 0).length).toBe(6)
  })

  test('show what a person may see', async () => {
    const { raw, call } = bench()
    const seen = vmPool.parse(await call('one.vmpool.info', [-2, -1, -1, -1], 'agency')).rows
    expect(seen.map(({ NAME }) => NAME)).toEqual(['agency-cms-01'])
    expect(await raw('one.vm.info', [1, false], 'agency:agency')).toContain('Not authorized to perform USE VM [1].')
    expect(await raw('one.vm.backup', [1, 100, false], 'operator:operator')).toContain(
      'Not authorized to perform ADMIN VM [1].',
    )
  })
})

describe('native backups', () => {
  test('run for a while and leave an image of the owner', async () => {
    const { call, skip, vm } = bench()
    const id = idIn('web-frontend-02')
    await call('one.vm.backup', [id, 100, false])
    expect(await vm(id)).toMatchObject({ STATE: 3, LCM_STATE: 69 })
    await skip(600)
    const done = await vm(id)
    expect(done).toMatchObject({ STATE: 3, LCM_STATE: 3, BACKUPS: { BACKUP_IDS: { rows: [expect.any(Number)] } } })
    const made = image.parse(await call('one.image.info', [done.BACKUPS.BACKUP_IDS.rows[0] ?? -1, false]))
    expect(made).toMatchObject({ TYPE: 6, UNAME: 'operator', DATASTORE_ID: 100, VMS: [id] })
    expect(made.NAME).toMatch(new RegExp(`^${id} \\d\\d-\\w{3} \\d\\d\\.\\d\\d\\.\\d\\d$`, 'u'))
  })

  test('keep as many as they are told to: images deleted, increments merged without new numbers', async () => {
    const { call, skip, vm } = bench()
    const id = idIn('web-frontend-01')
    const [chain = -1] = (await vm(id)).BACKUPS.BACKUP_IDS.rows
    const before = image.parse(await call('one.image.info', [chain, false])).BACKUP_INCREMENTS.INCREMENT.rows
    expect(before).toHaveLength(5)
    expect(before[0]).toMatchObject({ TYPE: 'FULL', PARENT_ID: -1 })
    await call('one.vm.backup', [id, 101, false])
    await skip(600)
    const after = image.parse(await call('one.image.info', [chain, false])).BACKUP_INCREMENTS.INCREMENT.rows
    expect(after.map(({ ID }) => ID)).toEqual(before.map(({ ID }) => ID + 1))
  })

  test('that fail say so in ERROR, and a cancelled one leaves nothing unless its driver does not stop', async () => {
    const { call, skip, vm } = bench()
    await call('one.vm.backup', [idIn('mail-store-01'), 100, false])
    await skip(1_200)
    expect((await vm(idIn('mail-store-01'))).USER_TEMPLATE.ERROR).toMatch(
      /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d 2026: BACKUP: rsync/u,
    )
    const count = async (name: string) => (await vm(idIn(name))).BACKUPS.BACKUP_IDS.rows.length
    await Promise.all(
      ['web-frontend-02', 'analytics-etl-01'].map((name) => call('one.vm.backup', [idIn(name), 100, false])),
    )
    await Promise.all(['web-frontend-02', 'analytics-etl-01'].map((name) => call('one.vm.backupcancel', [idIn(name)])))
    await skip(900)
    expect([await count('web-frontend-02'), await count('analytics-etl-01')]).toEqual([0, 1])
  })

  test('in place end with a state that is never cleared', async () => {
    const { call, skip, vm } = bench()
    const id = idIn('erp-db-01')
    const [backup = -1] = (await vm(id)).BACKUPS.BACKUP_IDS.rows
    await call('one.vm.restore', [id, backup, -1, -1])
    expect(await vm(id)).toMatchObject({ STATE: 3, LCM_STATE: 71 })
    await skip(60)
    expect(await vm(id)).toMatchObject({ STATE: 8, LCM_STATE: 71 })
  })

  test('of a job go one after the other, and its VMs take no other', async () => {
    const { call, raw, skip } = bench()
    await call('one.backupjob.backup', [0])
    const job = async () => backupJob.parse(await call('one.backupjob.info', [0, false]))
    expect(await job()).toMatchObject({
      BACKING_UP_VMS: [idIn('erp-app-01')],
      OUTDATED_VMS: [idIn('erp-db-01'), idIn('erp-db-02')],
    })
    expect(await raw('one.vm.backup', [idIn('erp-db-02'), 100, false])).toContain('it is part of Backup Job ID 0')
    await skip(3_600)
    expect((await job()).UPDATED_VMS).toHaveLength(3)
  })
})

describe('scheduled actions', () => {
  test('run when they are due, and stay when they are done', async () => {
    const { call, skip, vm, now } = bench()
    const id = idIn('café-portal-01')
    await call('one.vm.schedadd', [id, `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${now()}"]`])
    await skip(120)
    expect(await vm(id)).toMatchObject({
      TEMPLATE: { SCHED_ACTION: [{ DONE: expect.any(Date), REPEAT: -1 }] },
      BACKUPS: { BACKUP_IDS: { rows: [expect.any(Number)] } },
    })
  })

  test('without a datastore starve those after them', async () => {
    const { call, skip, vm } = bench()
    const id = idIn('web-frontend-03')
    await skip(60)
    const before = await vm(id)
    expect(before.TEMPLATE.SCHED_ACTION[0]?.MESSAGE).toContain('Missing or malformed ARGS')
    expect(before.BACKUPS.BACKUP_IDS.rows).toEqual([])
    await call('one.vm.scheddelete', [id, before.TEMPLATE.SCHED_ACTION[0]?.ID ?? -1])
    await skip(300)
    expect((await vm(id)).BACKUPS.BACKUP_IDS.rows).toHaveLength(1)
  })

  test('a leap of a month makes every backup that was due', async () => {
    const { call, skip } = bench()
    await skip(30 * 86_400)
    const { rows } = imagePool.parse(await call('one.imagepool.info', [-2, -1, -1]))
    const chain = rows.find(({ VMS, TYPE }) => TYPE === 6 && VMS.includes(idIn('web-frontend-01')))
    expect(chain?.BACKUP_INCREMENTS.INCREMENT.rows.at(-1)?.ID).toBeGreaterThan(35)
  })
})

test('a new section takes the place of all others when the mode of updateconf is missing', async () => {
  const { call, raw } = bench()
  const xml = () => raw('one.vm.info', [1, false])
  await call('one.vm.updateconf', [1, 'BACKUP_CONFIG=[KEEP_LAST="3"]', 1])
  expect(await xml()).toContain('GRAPHICS')
  await call('one.vm.updateconf', [1, 'BACKUP_CONFIG=[KEEP_LAST="3"]'])
  expect(await xml()).not.toContain('GRAPHICS')
  expect(await raw('one.vm.updateconf', [idIn('file-server-01'), 'BACKUP_CONFIG=[MODE="INCREMENT"]', 1])).toContain(
    'disks are not qcow2',
  )
})

test('BACKUP is replaced as a whole, and taken away by an empty one', async () => {
  const { call, vm } = bench('6.0')
  await call('one.vm.update', [1, 'BACKUP=[FREQUENCY_SECONDS="60"]', 1])
  expect((await vm(1)).USER_TEMPLATE.BACKUP).toMatchObject([{ FREQUENCY_SECONDS: '60', MARKETPLACE_ID: '' }])
  await call('one.vm.update', [1, 'BACKUP=[]', 1])
  expect((await vm(1)).USER_TEMPLATE).toMatchObject({ BACKUP: [], LABELS: 'prod' })
})

test('an upload that fails, or whose image goes too early, leaves an app in ERROR', async () => {
  const { call, skip, change } = bench('6.0')
  const id = idIn('restore-drill-01')
  const app = async (origin: unknown, name: string) =>
    Number(await call('one.marketapp.allocate', [`NAME="${name}"\nORIGIN_ID="${String(origin)}"\nTYPE="IMAGE"`, 100]))
  const saved = await call('one.vm.disksaveas', [id, 0, 'copy', '', -1])
  expect((await bench('6.0').vm(id)).STATE).toBe(8)
  await skip(60)
  const good = await app(saved, 'good')
  await skip(120)
  const early = await app(saved, 'early')
  await call('one.image.delete', [Number(saved), false])
  await skip(120)
  const states = await Promise.all(
    [good, early].map(async (one) => marketplaceApp.parse(await call('one.marketapp.info', [one])).STATE),
  )
  expect(states).toEqual([1, 3])
  await change({ uploadErrors: { 'private-http': 'No space left' } })
  const again = await call('one.vm.disksaveas', [id, 0, 'copy 2', '', -1])
  await skip(60)
  const failed = await app(again, 'failed')
  await skip(120)
  expect(marketplaceApp.parse(await call('one.marketapp.info', [failed])).TEMPLATE.ERROR).toContain('No space left')
})

test('its clock is the one that the controls set', async () => {
  const server = createServer({ clock: createClock({ now: Date.UTC(2026, 2, 2) }) })
  const skip = (ms: number) =>
    server(new Request('http://one/simulator/clock', { method: 'POST', body: JSON.stringify({ skip: ms }) }))
  expect(await (await skip(86_400_000)).json()).toMatchObject({ now: expect.stringMatching(/^2026-03-03T00:00/u) })
  expect(virtualMachine.safeParse({}).success).toBe(false)
})

test('a world of any size is made anew', async () => {
  const server = createServer({ clock: createClock({ now: Date.UTC(2026, 2, 2) }) })
  const at = (name: string, body?: object) =>
    server(new Request(`http://one/simulator/${name}`, body ? { method: 'POST', body: JSON.stringify(body) } : {}))
  expect(await (await at('settings')).json()).toMatchObject({ vms: 14, version: '6.10' })
  expect(await (await at('reset', { fleet: 500, now: '2026-03-02T08:00:00Z' })).json()).toMatchObject({ vms: 500 })
  expect(await (await at('clock')).json()).toMatchObject({ now: expect.stringMatching(/^2026-03-02T08/u) })
})
