import { platformDecides } from '~/domain/backup-ways'
import type { BackupRules } from '~/domain/capability'
import { privileges } from '~/domain/privilege'
import type { Situation } from '~/domain/situation'
import type { Disk, VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'

import type { EditorContext } from './editor-context'

/** Disks of the sample VM; it has one to start from and one to leave out. */
export const sampleDisks = (): readonly Disk[] => [
  { id: 'system', name: m.offers_preview_disk_system(), sizeMb: 40_960, boot: true, kind: 'disk' },
  { id: 'data', name: m.offers_preview_disk_data(), sizeMb: 204_800, boot: false, kind: 'disk' },
]

const sampleVm = ({ datacenterId, datacenterName, zone }: EditorContext): VirtualMachine => ({
  id: 'sample',
  uuid: '',
  name: m.offers_preview_vm(),
  platformName: '',
  description: null,
  state: 'not-deployed',
  stateText: '',
  guard: null,
  cpu: 2,
  memoryMb: 4_096,
  diskMb: 245_760,
  diskCount: 2,
  datacenter: { id: datacenterId, name: datacenterName },
  timeZone: zone,
  virtualDatacenter: { id: '', name: '' },
  virtualAppliance: { id: '', name: '' },
  tenant: null,
  os: 'linux',
  assignments: [],
  block: null,
  revision: '',
})

/**
 * A VM of the datacenter in the hands of a tenant who may do everything.
 * @param limited Who may not give schedules.
 */
export const sampleSituation = (context: EditorContext, rules: BackupRules, limited: boolean): Situation => ({
  actor: {
    name: '',
    fullName: null,
    role: '',
    tenant: null,
    may: new Set(limited ? privileges.filter((one) => one !== 'backup.schedule') : privileges),
    absent: new Set(),
  },
  site: {
    datacenter: { id: context.datacenterId, name: context.datacenterName },
    timeZone: context.zone,
    rules,
    system: context.system,
    ways: platformDecides,
  },
  vm: sampleVm(context),
  task: null,
  online: true,
  now: context.now,
})
