import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Setting } from '~/domain/backup-settings'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { enterNebula } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

const incremental = (one: Setting): Setting =>
  one.key === 'mode' && one.kind === 'choice' ? { ...one, value: 'INCREMENT' } : one
const keepingNine = (one: Setting): Setting => (one.kind === 'number' ? { ...one, value: 9 } : one)

describe('settings', () => {
  test('are read, and changed attribute by attribute so that the rest of the VM stays', async () => {
    const { api, bodies } = await enterNebula()
    const vm = await vmNamed(api, 'web-frontend-01')
    const before = await api.getSettings(vm.id)
    expect(before.settings.map(({ key, value }) => [key, value])).toEqual([
      ['mode', 'INCREMENT'],
      ['increment-mode', 'CBT'],
      ['keep-last', 5],
      ['freeze', 'AGENT'],
      ['volatile-disks', false],
    ])
    const wanted = before.settings.map(keepingNine)
    await api.saveSettings(vm.id, wanted, before.revision)
    expect(bodies.findLast((body) => !body.includes('one.vm.info'))).toContain(
      '<string>BACKUP_CONFIG=[KEEP_LAST="9"]</string></value></param><param><value><int>1</int>',
    )
    expect(await refusal(api.saveSettings(vm.id, wanted, before.revision))).toMatchObject({ kind: 'stale' })
  })

  test('that the disks do not allow are refused in the words of the platform', async () => {
    const { api } = await enterNebula()
    const vm = await vmNamed(api, 'file-server-01')
    const { settings, revision } = await api.getSettings(vm.id)
    const wanted = settings.map(incremental)
    expect(await refusal(api.saveSettings(vm.id, wanted, revision))).toMatchObject({
      kind: 'conflict',
      complaints: [{ message: expect.stringContaining('not qcow2') }],
    })
  })
})
