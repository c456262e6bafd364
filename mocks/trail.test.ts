import { describe, expect, test } from 'vitest'

import { bench, day, minute, start } from './bench'
import { membersOf } from './body'

const at = (row: Readonly<Record<string, unknown>>): number =>
  Date.parse(String(row['timestamp']).replace('+0000', 'Z'))
const actionsOf = (rows: readonly Readonly<Record<string, unknown>>[]): ReadonlySet<unknown> =>
  new Set(rows.map(({ actionPerformed }) => actionPerformed))

describe('the trail', () => {
  test('covers seven days, newest first, unless dates are given', async () => {
    const { call } = bench()
    const { rows } = await call('/events?limit=0')
    const times = rows.map(at)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(Math.min(...times)).toBeGreaterThanOrEqual(start - 7 * day)
    const older = await call(`/events?limit=0&datefrom=${Math.floor((start - 20 * day) / 1_000)}`)
    expect(Math.min(...older.rows.map(at))).toBeLessThan(start - 14 * day)
  })

  test('takes dates in epoch seconds and in ISO 8601, and no others', async () => {
    const { call } = bench()
    const span = await call('/events?datefrom=2026-02-27T00:00:00Z&dateto=2026-02-28T00:00:00Z&limit=0')
    const same = await call(
      `/events?datefrom=${Date.UTC(2026, 1, 27) / 1_000}&dateto=${Date.UTC(2026, 1, 28) / 1_000}&limit=0`,
    )
    expect(span.rows.length).toBeGreaterThan(5)
    expect(same.rows).toEqual(span.rows)
    expect((await call('/events?datefrom=yesterday')).code).toBe('EVENT-1')
  })

  test('is filtered by names, whose keys may be in any letter case; several filters count together', async () => {
    const { call, vm } = bench()
    const { name, label } = await vm('mail-store-01')
    const answers = await Promise.all(
      ['virtualmachine', 'virtualMachine', 'VIRTUALMACHINE'].map((key) =>
        call(`/events?${key}=${String(name)}&limit=0`),
      ),
    )
    expect(answers[0]?.rows.length).toBeGreaterThan(5)
    expect(answers[1]?.rows).toEqual(answers[0]?.rows)
    expect(answers[2]?.rows).toEqual(answers[0]?.rows)
    expect((await call(`/events?virtualMachine=${String(label)}`)).body).toEqual({ links: [], collection: [] })
    const errors = await call(
      `/events?virtualMachine=${String(name)}&severity=ERROR&actionPerformed=VIRTUAL_MACHINE_SCHEDULED_BACKUP`,
    )
    expect(errors.rows.length).toBe(3)
    expect(errors.rows[0]?.['stacktrace']).toContain('Not enough free space in the backup repository')
  })

  test('names the host of a VM to those who see the infrastructure, and is filtered by it', async () => {
    const { call } = bench()
    const { rows } = await call('/events?physicalMachine=ESX-04&limit=0', { as: 'cloudadmin' })
    expect(rows.length).toBeGreaterThan(5)
    expect(new Set(rows.map(({ physicalMachine, rack }) => `${String(rack)} ${String(physicalMachine)}`))).toEqual(
      new Set(['Rack 1 esx-04', 'Rack 2 esx-04']),
    )
    expect((await call('/events?physicalMachine=esx-04', { as: 'operator' })).rows).toEqual([])
  })

  test('one line is found by its id, and the catalogue by its media type', async () => {
    const { call } = bench()
    const { rows } = await call('/events?limit=40')
    const alone = await Promise.all(rows.map(({ id }) => call(`/events/${String(id)}`)))
    expect(alone.map(({ body }) => body)).toEqual(rows)
    expect((await call('/events/1')).code).toBe('EVENT-0')
    const { body } = await call('/events', { headers: { accept: 'application/vnd.abiquo.eventtypes+json' } })
    expect(membersOf(body['actions'])['collection']).toContain('VIRTUAL_MACHINE_RESTORE_FINISH')
  })

  test('tells scheduled backups under the action of the scheduler where that is set, to those who deploy', async () => {
    const world = bench()
    await world.control('settings', { schedulerTells: true })
    const told = async (as: string) => actionsOf((await world.call('/events?limit=0', { as })).rows)
    expect(await told('tenantadmin')).toContain('VIRTUAL_MACHINE_SCHEDULE')
    expect(await told('operator')).not.toContain('VIRTUAL_MACHINE_SCHEDULED_BACKUP')
    expect(await told('viewer')).not.toContain('VIRTUAL_MACHINE_SCHEDULE')
  })

  test.each([
    [
      'viewer',
      ['VIRTUAL_MACHINE_STATE_CHANGE', 'VIRTUAL_MACHINE_RECONFIGURE'],
      [
        'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
        'VIRTUAL_MACHINE_BACKUP_FINISH',
        'VIRTUAL_MACHINE_RESTORE_FINISH',
        'VIRTUAL_MACHINE_ADD_BACKUP_POLICY',
      ],
    ],
    [
      'tenantadmin',
      ['VIRTUAL_MACHINE_BACKUP_FINISH', 'VIRTUAL_MACHINE_RESTORE_FINISH', 'VIRTUAL_MACHINE_METADATA_MODIFIED'],
      ['VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'VIRTUAL_MACHINE_REQUEST_BACKUP'],
    ],
    [
      'user',
      ['VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'VIRTUAL_MACHINE_REQUEST_BACKUP', 'VIRTUAL_MACHINE_ADD_BACKUP_POLICY'],
      ['VIRTUAL_MACHINE_METADATA_MODIFIED'],
    ],
    [
      'operator',
      ['VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'VIRTUAL_MACHINE_METADATA_MODIFIED', 'VIRTUAL_MACHINE_RESTORE_BACKUP'],
      [],
    ],
  ])('tells the %s what the privileges receive, of the own tenant only', async (as, some, none) => {
    const { rows } = await bench().call('/events?limit=0', { as })
    const actions = actionsOf(rows)
    for (const action of some) expect(actions).toContain(action)
    for (const action of none) expect(actions).not.toContain(action)
    expect(new Set(rows.map(({ enterprise }) => enterprise))).toEqual(new Set(['Costa Verde Retail']))
  })

  test('tells a cloud administrator of all tenants', async () => {
    const { rows } = await bench().call('/events?limit=0', { as: 'cloudadmin' })
    expect(new Set(rows.map(({ enterprise }) => enterprise)).size).toBe(3)
  })

  test('names who asked for a backup and who waited for its end', async () => {
    const world = bench()
    const { name } = await world.vm('erp-app-01')
    await world.call(`${await world.pathOf('erp-app-01')}/backup/action/request`, {
      method: 'POST',
      body: { replication: 'true' },
    })
    await world.skip(2 * minute)
    const { rows } = await world.call(`/events?virtualMachine=${String(name)}&limit=2`)
    expect(rows).toMatchObject([
      {
        actionPerformed: 'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH',
        severity: 'INFO',
        performedBy: 'Priya Nair',
      },
      { actionPerformed: 'VIRTUAL_MACHINE_REQUEST_BACKUP_WITH_REPLICATION', user: 'operator', idUser: 3 },
    ])
  })
})
