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

test('what is still being read for one person is not told the next', async () => {
  const everything = { offset: 0, limit: 100 }
  const alone = await enterNebula('6.10', 'agency')
  const own = await alone.api.listEvents(everything)

  const { api, fetch } = await enterNebula()
  const leave = new AbortController()
  const left = new Promise<void>((resolve) => {
    leave.signal.addEventListener('abort', () => resolve())
  })
  const held = vi.fn<() => void>()
  vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
    const answer = await fetch(address, init)
    if (!JSON.stringify(init.body).includes('one.vmpool.infoextended')) return answer
    held()
    await left
    return answer
  })
  const late = api.listEvents(everything)
  await vi.waitFor(() => expect(held).toHaveBeenCalled())
  vi.stubGlobal('fetch', fetch)
  await api.signOut()
  await api.signIn({ user: 'agency', password: 'agency' })
  const next = api.listEvents(everything)
  setTimeout(() => leave.abort(), 50)
  expect(await next).toEqual(own)
  await late
  expect(await api.listEvents(everything)).toEqual(own)
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
