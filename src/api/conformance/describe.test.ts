import { describe, expect, test } from 'vitest'

import { forgetRequests, sentRequests } from '../sent-requests'
import { benches, enter, found, policyCalled, vmNamed } from './fixture.bench'

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
})
