import type { BackupSettings, Setting, SettingKey } from '~/domain/backup-settings'

import { ApiError } from '../error'
import type { Platform } from '../port'
import type { Connection } from './connection'
import type { Fleet } from './fleet'
import { numberOf } from './ids'
import type { BackupConfig, VirtualMachine } from './wire'

const choices = {
  mode: ['FULL', 'INCREMENT'],
  'increment-mode': ['CBT', 'SNAPSHOT'],
  freeze: ['NONE', 'AGENT', 'SUSPEND'],
} as const

const attributes: Readonly<Record<SettingKey, string>> = {
  mode: 'MODE',
  'increment-mode': 'INCREMENT_MODE',
  'keep-last': 'KEEP_LAST',
  freeze: 'FS_FREEZE',
  'volatile-disks': 'BACKUP_VOLATILE',
}

const choice = (key: keyof typeof choices, word: string): Setting => {
  const options: readonly string[] = choices[key]
  const value = word.toUpperCase()
  return { kind: 'choice', key, value: options.includes(value) ? value : (options[0] ?? ''), options }
}

/** Settings of a VM; what it never configured stands at what the platform would do. */
function toSettings(config: BackupConfig): readonly Setting[] {
  const keep = config.KEEP_LAST ?? 0
  return [
    choice('mode', config.MODE),
    choice('increment-mode', config.INCREMENT_MODE),
    { kind: 'number', key: 'keep-last', value: keep > 0 ? keep : null, least: 1 },
    choice('freeze', config.FS_FREEZE),
    { kind: 'switch', key: 'volatile-disks', value: config.BACKUP_VOLATILE.toUpperCase() === 'YES' },
  ]
}

/** Its value as the platform writes it. Throws `invalid` for one that the platform would take for another. */
function valueOf(setting: Setting): string {
  switch (setting.kind) {
    case 'choice':
      // The platform takes an unknown word for its usual one without a word.
      if (!setting.options.includes(setting.value))
        throw new ApiError('invalid', `${setting.key} cannot be ${setting.value}`)
      return setting.value
    case 'number':
      if (setting.value !== null && (!Number.isInteger(setting.value) || setting.value < setting.least))
        throw new ApiError('invalid', `${setting.key} cannot be ${setting.value}`)
      return `${setting.value ?? 0}`
    case 'switch':
      return setting.value ? 'YES' : 'NO'
  }
}

const revisionOf = ({ BACKUPS }: VirtualMachine): string => JSON.stringify(toSettings(BACKUPS.BACKUP_CONFIG))

/** The third parameter: attribute by attribute. Without it every other section of the VM would be replaced. */
const merging = 1

/** How a VM's own backups are made. */
export function settings({ write }: Connection, fleet: Fleet) {
  return {
    getSettings: async (vmId, signal): Promise<BackupSettings> => {
      const machine = await fleet.machine(vmId, signal)
      const can = await fleet.capabilities()
      const found = toSettings(machine.BACKUPS.BACKUP_CONFIG)
      const known = can.inPlace ? found : found.filter(({ key }) => key !== 'increment-mode')
      return { settings: can.native ? known : [], revision: revisionOf(machine) }
    },
    saveSettings: async (vmId, wanted, basedOn) => {
      const machine = await fleet.machine(vmId)
      if (revisionOf(machine) !== basedOn)
        throw new ApiError('stale', 'Someone else changed the settings of this VM', { status: 409 })
      const before = new Map(toSettings(machine.BACKUPS.BACKUP_CONFIG).map((one) => [one.key, valueOf(one)]))
      const isFull = wanted.some(({ key, kind, value }) => key === 'mode' && kind === 'choice' && value === 'FULL')
      const changed = wanted.filter(
        (one) => before.get(one.key) !== valueOf(one) && !(isFull && one.key === 'increment-mode'),
      )
      if (changed.length === 0) return { task: null }
      const text = changed.map((one) => `${attributes[one.key]}="${valueOf(one)}"`).join(',')
      await write('one.vm.updateconf', [numberOf(vmId, 'VM'), `BACKUP_CONFIG=[${text}]`, merging])
      return { task: null }
    },
  } satisfies Partial<Platform>
}
