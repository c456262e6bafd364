import { afterEach, describe, expect, test, vi } from 'vitest'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { enterNebula } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

describe('protection', () => {
  const all = { kind: 'all' } as const

  test('a weekly schedule has the days of the server, and is read back as it was given', async () => {
    const { api, bodies } = await enterNebula()
    const vm = await vmNamed(api, 'web-frontend-02')
    const time = { hour: 0, minute: 30, second: 0, offset: 120 }
    const values = [{ key: 'backup', days: ['monday', 'friday'] as const, time, content: all }]
    await api.saveProtection(vm.id, {
      assignments: [{ policyId: 'store-100.weekly', policyName: '', values }],
      basedOn: vm.revision,
    })
    // Half past midnight two hours east is the evening before for the server.
    expect(bodies.findLast((body) => !body.includes('one.vm.info'))).toContain(
      'ACTION="backup",ARGS="100,0",TIME="1773959400",REPEAT="0",DAYS="0,4",END_TYPE="0"',
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
    const vm = await vmNamed(api, 'web-frontend-01')
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

  test('a schedule that is altered keeps its end, and that it begins chains anew', async () => {
    const { api, bodies, call } = await enterNebula()
    const { id } = await vmNamed(api, 'web-frontend-02')
    const first = Date.parse('2026-03-19T03:00:00Z') / 1_000
    await call('one.vm.schedadd', [
      Number(id),
      `SCHED_ACTION=[ACTION="backup",ARGS="101,1",TIME="${first}",REPEAT="0",DAYS="0,1,2,3,4,5,6",END_TYPE="1",END_VALUE="3"]`,
    ])
    const vm = await api.getVm(id)
    expect(vm.assignments?.[0]?.values).toMatchObject([{ until: new Date('2026-03-21T23:59:59Z') }])
    const time = { hour: 5, minute: 0, second: 0, offset: 0 }
    await api.saveProtection(id, {
      assignments: [{ policyId: 'store-101.daily', policyName: '', values: [{ key: 'backup', time, content: all }] }],
      basedOn: vm.revision,
    })
    expect(bodies.findLast((body) => body.includes('schedupdate'))).toContain(
      `ARGS="101,1",TIME="${first + 7_200}",REPEAT="0",DAYS="0,1,2,3,4,5,6",END_TYPE="1",END_VALUE="3"`,
    )
  })

  test('an action without a datastore is shown, and can be taken away', async () => {
    const { api, writes } = await enterNebula()
    const vm = await vmNamed(api, 'web-frontend-03')
    expect(vm.assignments?.map(({ policyId }) => policyId)).toEqual([
      expect.stringMatching(/^action-/u),
      'store-101.once',
    ])
    expect(vm.assignments?.map(({ odd }) => odd ?? null)).toEqual([
      { why: 'no-place', text: 'ARGS "" REPEAT -1 DAYS ""' },
      null,
    ])
    await api.saveProtection(vm.id, { assignments: vm.assignments?.slice(1) ?? [], basedOn: vm.revision })
    expect(writes()).toEqual(['one.vm.scheddelete'])
  })

  test('a job takes a VM in and lets it go, and its other VMs stay', async () => {
    const { api, bodies, writes } = await enterNebula()
    const vm = await vmNamed(api, 'café-portal-01')
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
    const vm = await vmNamed(api, 'web-frontend-01')
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

test('a plan that was saved in part says so, and one of which nothing was done that it was refused', async () => {
  const { api, faults, writes } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'web-frontend-01')
  const time = { hour: 4, minute: 0, second: 0, offset: 0 }
  const daily = {
    policyId: 'store-100.daily',
    policyName: '',
    values: [{ key: 'backup', content: { kind: 'all' }, time }],
  } as const
  const change = { assignments: [daily], basedOn: vm.revision }
  await faults([{ path: '/one.vm.scheddelete', status: 403 }])
  expect(await refusal(api.saveProtection(vm.id, change))).toMatchObject({ kind: 'forbidden', code: 'PARTLY' })
  expect(writes()).toEqual(['one.vm.schedadd', 'one.vm.scheddelete'])
  await faults([{ path: '/one.vm.scheddelete', status: 403 }])
  const now = await api.getVm(vm.id)
  const none = { assignments: [], basedOn: now.revision }
  expect(await refusal(api.saveProtection(vm.id, none))).toMatchObject({ kind: 'forbidden' })
})
