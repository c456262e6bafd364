import { afterEach, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { enterNebula, nebulaBench, start } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

test('what is known of all VMs does not shrink to the few that were looked at last', async () => {
  const { api } = await enterNebula()
  const since = new Date(start - 30 * 86_400_000)
  const failing = '8'
  await api.getVm('1')
  await api.listVms({ offset: 0, limit: 2 })
  const { outcomes } = await api.recentOutcomes(since)
  expect(outcomes.find(({ vmId }) => vmId === failing)?.outcome).toBe('failed')
  await api.listVms({ offset: 0, limit: 2 })
  await api.renameBackup('12', (await api.listBackups('12', allBackups)).rows[0]?.id ?? '', 'renamed')
  const again = await api.recentOutcomes(since)
  expect(again.outcomes.find(({ vmId }) => vmId === failing)?.outcome).toBe('failed')
})

test('what would be sent is told without the session, and not sent', async () => {
  const { api, writes } = await enterNebula()
  const told = await api.describe.backUpNow('2', { replicate: false, place: '100' })
  expect(told).toMatchObject({
    method: 'POST',
    body: { methodName: 'one.vm.backup', params: ['$TOKEN', 2, 100, false] },
  })
  expect(writes()).toEqual([])
})

test('the bench begins at its time', () => {
  expect(new Date(start).getUTCDay()).toBe(3)
  expect(nebulaBench('6.4').writes()).toEqual([])
})
