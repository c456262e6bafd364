import { describe, expect, test } from 'vitest'

import type { Platform, WriteName } from '../port'
import { forgetRequests, sentRequests } from '../sent-requests'
import { allowanceOf, benches, datacenterCalled, enter, policyCalled } from './fixture.bench'
import { found, vmNamed } from './seeded.bench'

/** One decision has one key, so a request that is told and the one that is sent differ in it. */
const withoutKey = (headers: readonly (readonly [string, string])[]) =>
  headers.filter(([name]) => name !== 'Idempotency-Key' && name !== 'X-Requested-With')

const lastWrite = () =>
  found(
    sentRequests.get().find(({ method }) => method !== 'GET'),
    'write',
  )

describe.each(benches)('%s: what would be sent is what is sent', (_, newBench) => {
  test('a backup now', async () => {
    const { api } = await enter(newBench)
    const vm = await vmNamed(api, 'erp-app-02')
    forgetRequests()
    const told = await api.describe.backUpNow(vm.id, { replicate: false })
    expect(sentRequests.get().every(({ method }) => method === 'GET')).toBe(true)
    await api.backUpNow(vm.id, { replicate: false })
    const sent = lastWrite()
    expect({ ...told, headers: withoutKey(told.headers) }).toEqual({
      method: sent.method,
      url: sent.url,
      body: sent.body,
      headers: withoutKey(sent.headers),
    })
    expect(told.headers).toContainEqual(['Authorization', 'Token $TOKEN'])
  })

  test('another policy of a VM', async () => {
    const { api } = await enter(newBench)
    const vm = await vmNamed(api, 'cache-redis-01')
    const policy = await policyCalled(api, vm, 'Nightly')
    const change = {
      assignments: [{ policyId: policy.id, policyName: policy.name, values: [] }],
      basedOn: vm.revision,
    }
    const told = await api.describe.saveProtection(vm.id, change)
    expect((await vmNamed(api, 'cache-redis-01')).revision).toBe(vm.revision)
    await api.saveProtection(vm.id, change).catch(() => null)
    const sent = lastWrite()
    expect({ url: told.url, body: told.body }).toEqual({ url: sent.url, body: sent.body })
  })

  /** What the administrators' writes would send, each told and then sent. */
  const sides: readonly (readonly [
    name: WriteName,
    nick: string,
    prepare: (api: Platform) => Promise<(writes: Pick<Platform, WriteName> | Platform['describe']) => Promise<unknown>>,
  ])[] = [
    [
      'setPower',
      'operator',
      async (api) => {
        const { id } = await vmNamed(api, 'erp-app-02')
        return (writes) => writes.setPower(id, 'off')
      },
    ],
    [
      'undeploy',
      'operator',
      async (api) => {
        const { id } = await vmNamed(api, 'erp-app-02')
        return (writes) => writes.undeploy(id)
      },
    ],
    [
      'changeManager',
      'dcadmin',
      async (api) => {
        const { id } = await datacenterCalled(api, 'London')
        const manager = found((await api.getManager(id)) ?? undefined, 'manager')
        const { name, type, endpoint, user, revision } = manager
        const draft = { name: `${name} 2`, type, endpoint: endpoint ?? '', user: user ?? '', password: 'hunter2' }
        return (writes) => writes.changeManager(id, manager.id, draft, revision)
      },
    ],
    [
      'changeProperties',
      'dcadmin',
      async (api) => {
        const { id } = await datacenterCalled(api, 'London')
        const { rules, revision } = await api.getProperties(id)
        return (writes) => writes.changeProperties(id, { ...rules, manualBackup: !rules.manualBackup }, revision)
      },
    ],
    [
      'createPolicy',
      'dcadmin',
      async (api) => {
        const { id } = await datacenterCalled(api, 'London')
        const { rows } = await api.listOfferedPolicies(id)
        const draft = { ...found(rows[0], 'policy'), name: 'Told', code: 'TOLD' }
        return (writes) => writes.createPolicy(id, draft)
      },
    ],
    [
      'deletePolicy',
      'dcadmin',
      async (api) => {
        const { id } = await datacenterCalled(api, 'London')
        const { rows } = await api.listOfferedPolicies(id)
        const policy = found(rows[0], 'policy')
        return (writes) => writes.deletePolicy(id, policy.id)
      },
    ],
    [
      'changeAllowance',
      'cloudadmin',
      async (api) => {
        const { id } = await datacenterCalled(api, 'London')
        const allowance = await allowanceOf(api, id, 'Northgate Legal')
        return (writes) => writes.changeAllowance(allowance.id, { allow: [], withdraw: [...allowance.policyIds] })
      },
    ],
    [
      'changeRole',
      'cloudadmin',
      async (api) => {
        const { rows } = await api.listRoles()
        const role = found(
          rows.find(({ locked }) => !locked),
          'role',
        )
        const held = await api.getRolePrivileges(role.id)
        const change = held.has('backup.restore')
          ? ({ give: [], take: ['backup.restore'] } as const)
          : ({ give: ['backup.restore'], take: [] } as const)
        return (writes) => writes.changeRole(role.id, change)
      },
    ],
  ]

  test.each(sides)('%s', async (_name, nick, prepare) => {
    const { api } = await enter(newBench, nick)
    const act = await prepare(api)
    forgetRequests()
    const told = await act(api.describe)
    expect(sentRequests.get().every(({ method }) => method === 'GET')).toBe(true)
    await act(api).catch(() => null)
    const { method, url, body } = lastWrite()
    expect(told).toMatchObject({ method, url })
    expect(told).toHaveProperty('body', body)
    expect(JSON.stringify(told)).not.toContain('hunter2')
  })
})
