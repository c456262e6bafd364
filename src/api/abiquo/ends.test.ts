import { afterEach, expect, test, vi } from 'vitest'

import { signedIn } from './adapter.bench'
import { besideEnds } from './ends'

afterEach(() => vi.unstubAllGlobals())

const line = (id: number, vm: number, actionPerformed: string, severity: string, stacktrace: string) => ({
  id,
  timestamp: `2026-03-01T0${vm}:00:00.000+0000`,
  severity,
  actionPerformed,
  idVirtualMachine: vm,
  idVirtualApp: 9,
  idVirtualDatacenter: 4,
  stacktrace,
})

const trail = [
  line(1, 1, 'VIRTUAL_MACHINE_SCHEDULE', 'INFO', "The scheduled backup with ID 'a' finished"),
  line(2, 2, 'VIRTUAL_MACHINE_SCHEDULE', 'ERROR', "The scheduled backup with ID 'b' failed"),
  line(3, 3, 'VIRTUAL_MACHINE_SCHEDULE', 'ERROR', 'No host has room for the virtual machine'),
]

const told = async (lines: readonly ReturnType<typeof line>[], alsoMay?: string, mediaVersion = '5.2') => {
  const { api } = await signedIn({}, alsoMay, { mediaVersion })
  vi.stubGlobal('fetch', (address: URL) => {
    const { searchParams } = new URL(address)
    const [action, severity] = [searchParams.get('actionperformed'), searchParams.get('severity')]
    const collection = lines.filter(
      (one) => one.actionPerformed === action && (severity === null || one.severity === severity),
    )
    return Promise.resolve(
      new Response(JSON.stringify({ collection, totalSize: collection.length, links: [] }), {
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
  return api
}

const since = new Date('2026-02-20T00:00:00Z')

test('scheduled backups that stand under the action of the scheduler count, its other lines do not', async () => {
  const api = await told(trail)
  const { outcomes } = await api.recentOutcomes(since)
  const ends = outcomes.map(({ vmId, outcome }) => `${vmId} ${outcome}`).toSorted()
  expect(ends).toEqual(['4-9-1 good', '4-9-2 failed'])
  const { outcomes: lines } = await api.listOutcomes({ from: since, to: new Date('2026-03-02T00:00:00Z') })
  expect(lines.map(({ id }) => id).toSorted()).toEqual(['1', '2'])
  const { failures } = await api.recentFailures(since)
  expect(failures.map(({ id }) => id).toSorted()).toEqual(['2'])
})

test('where backups stand under their own action, what the scheduler repeats counts once', () => {
  const one = {
    id: '4',
    actionPerformed: 'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
    idVirtualMachine: '4',
    stacktrace: 'The scheduled backup d failed',
  }
  const twin = {
    ...one,
    id: '5',
    actionPerformed: 'VIRTUAL_MACHINE_SCHEDULE',
    stacktrace: 'The scheduled backup d failed',
  }
  const other = { ...twin, id: '6', stacktrace: 'The scheduled backup e failed' }
  expect([...besideEnds([[one], [twin, other]])]).toEqual(['5'])
  expect([...besideEnds([[one]])]).toEqual([])
})

test('who hears nothing of planned backups, and not of the scheduler either, does not know that all is told', async () => {
  const own = line(7, 1, 'VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'INFO', 'The scheduled backup finished')
  const wholeSince = async (some: readonly ReturnType<typeof line>[], privilege: string) =>
    (await (await told(some, privilege)).recentOutcomes(since)).wholeSince
  expect(await wholeSince([], 'VAPP_CUSTOMISE_SETTINGS')).toBeNull()
  expect(await wholeSince([own], 'VAPP_CUSTOMISE_SETTINGS')).toEqual(since)
})

test('before 4.0 no trail is all that there is to tell, for nobody', async () => {
  const own = line(6, 2, 'VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'INFO', 'The scheduled backup finished')
  const asked = line(7, 1, 'VIRTUAL_MACHINE_BACKUP_FINISH', 'ERROR', 'The backup failed')
  const api = await told([own, asked], 'VAPP_CUSTOMISE_SETTINGS', '3.10')
  await expect(api.recentOutcomes(since)).resolves.toMatchObject({
    outcomes: expect.arrayContaining([expect.objectContaining({ vmId: '4-9-1', outcome: 'failed' })]),
    wholeSince: null,
    complete: false,
  })
  await expect(api.recentFailures(since)).resolves.toMatchObject({ failures: [{ id: '7' }], complete: false })
  const span = { from: since, to: new Date('2026-03-02T00:00:00Z') }
  await expect(api.listOutcomes(span)).resolves.toMatchObject({ wholeSince: null, complete: false })
})
