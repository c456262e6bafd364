import { describe, expect, test } from 'vitest'

import { bench, hrefOf } from './bench'
import { actionsOf, admin, create, daily, draft, linesOf, lisbon, weekly } from './bench-policies'

describe('a new policy', () => {
  test('is made as it was sent: days in capitals, the older name of the periodicity read, no order, nothing lost', async () => {
    const world = bench()
    const snapshots = { type: 'SNAPSHOT', period: 'WEEKLY_PLANNED', days: ['tuesday', 'Thursday'], holdfast: [1] }
    const made = await create(world, draft([snapshots, daily], { description: 'Words', holdfast: { a: null } }))
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(hrefOf(made.body, 'edit'))
    expect(made.body).toMatchObject({ code: 'LIS-NEW', name: 'New', description: 'Words', holdfast: { a: null } })
    expect(linesOf(made.body)).toEqual([
      daily,
      { type: 'SNAPSHOT', subtype: 'WEEKLY_PLANNED', days: ['TUESDAY', 'THURSDAY'], holdfast: [1] },
    ])
    const { rows } = await world.call(admin(lisbon), { as: 'dcadmin' })
    expect(rows).toEqual([made.body])
  })

  test('keeps each mode of each field, and both forms of replication', async () => {
    const world = bench()
    const lines = [
      { type: 'COMPLETE', subtype: 'DAILY', time: 'NOT_APPLY', sources: ['NOT_APPLY'] },
      { type: 'COMPLETE', subtype: 'DEFINED_HOUR', time: '2026/12/31 22:00:00 +0000' },
      { type: 'COMPLETE', subtype: 'HOURLY', time: '24' },
      { type: 'COMPLETE', subtype: 'MONTHLY' },
      { type: 'COMPLETE', subtype: 'WEEKLY_PLANNED', time: 'DEFINED_IN_VM', days: ['DEFINED_IN_VM'] },
      { type: 'FILESYSTEM', subtype: 'WEEKLY_PLANNED', days: ['NOT_APPLY'], sources: ['DEFINED_IN_VM'] },
    ]
    const made = await create(world, draft(lines, { replication: 'true' }))
    expect(linesOf(made.body)).toEqual(lines)
    expect(made.body['replication']).toBe(true)
    expect((await create(world, draft(lines, { code: 'B', replication: false }))).body['replication']).toBe(false)
  })

  test('may hold what the backup system cannot do, and nothing at all', async () => {
    const world = bench()
    expect((await create(world, draft([{ ...daily, type: 'FILESYSTEM' }]), 1)).status).toBe(201)
    expect((await create(world, draft([]))).status).toBe(201)
  })

  test.each([
    ['without a code', draft([daily], { code: ' ' }), '400-BAD-REQUEST', 400],
    ['without a name', draft([daily], { name: null }), '400-BAD-REQUEST', 400],
    ['with the code of another one', draft([daily], { code: 'bcn-nightly' }), 'BC-24', 409],
    ['of an unknown type', draft([{ ...daily, type: 'complete' }]), 'BC-5', 400],
    ['of an unknown periodicity', draft([{ ...daily, subtype: 'YEARLY' }]), 'BC-8', 400],
    ['without a type', draft([{ ...daily, type: null }]), 'BC-33', 400],
    ['without a periodicity', draft([{ type: 'COMPLETE' }]), 'BC-33', 400],
    ['twice of one kind', draft([daily, { ...daily, time: '04:00:00 +0000' }]), 'BC-30', 409],
    ['with a time that is none', draft([{ ...daily, time: true }]), 'BC-11', 400],
    ['with a time of another form', draft([{ ...daily, time: '3:00' }]), 'BC-12', 400],
    ['weekly with a time of another form', draft([{ ...weekly, time: '2026/12/31 22:00:00 +0000' }]), 'BC-12', 400],
    ['with a date of another form', draft([{ ...daily, subtype: 'DEFINED_HOUR' }]), 'BC-13', 400],
    ['every 25 hours', draft([{ ...daily, subtype: 'HOURLY', time: 25 }]), 'BC-16', 400],
    ['on no day', draft([{ ...weekly, days: [] }]), 'BC-19', 400],
    ['on a day that is none', draft([{ ...weekly, days: ['MONDAY', 'NEVER'] }]), 'BC-28', 400],
    ['on a day and not', draft([{ ...weekly, days: ['MONDAY', 'NOT_APPLY'] }]), 'BC-28', 400],
    ['on days that are no list', draft([{ ...weekly, days: 'MONDAY' }]), 'BC-28', 400],
    ['with disks of its own', draft([{ ...daily, sources: ['12'] }]), 'BC-17', 400],
    ['with paths of its own', draft([{ ...daily, type: 'FILESYSTEM', sources: ['/etc'] }]), 'BC-18', 400],
    ['replicated perhaps', draft([daily], { replication: 'perhaps' }), 'BC-31', 400],
  ])('is not made %s', async (_, body, code, status) => {
    const world = bench()
    expect(await create(world, body, 1)).toMatchObject({ code, status })
    expect(await actionsOf(world)).toEqual([])
  })

  test('may have the code of one in another datacenter', async () => {
    expect((await create(bench(), draft([daily], { code: 'BCN-NIGHTLY' }))).status).toBe(201)
  })

  test("is allowed to its maker's tenant at once, and to no other", async () => {
    const world = bench()
    const { body } = await create(world, draft([daily]))
    const own = await world.call('/cloud/locations/3/backuppolicies', { as: 'cloudadmin' })
    expect(own.rows).toMatchObject([{ id: body['id'] }])
    expect((await world.call('/cloud/locations/3/backuppolicies')).rows).toEqual([])
    expect(await actionsOf(world)).toEqual(['BACKUP_POLICY_CREATE', 'BACKUP_POLICY_ALLOW'])
  })

  test('is allowed to nobody when that tenant has no limits there', async () => {
    const world = bench()
    expect((await world.call('/admin/enterprises/1/limits/12', { method: 'DELETE', as: 'cloudadmin' })).status).toBe(
      204,
    )
    expect((await create(world, draft([daily]))).status).toBe(201)
    expect(await actionsOf(world)).toEqual(['BACKUP_POLICY_CREATE'])
  })
})
