import { backupsOf, type Call, created, ok, page, type Reply, sees } from './call'
import { listed, type ListRules } from './lists'
import { type Backup, type HistoryRow, state } from './records'
import { refuse, refuseFields, Refused } from './refusal'
import { isHeld, request, scrub } from './work'
import { historyOf, writeBackup, writeHistory } from './write'

const rules: ListRules<Backup> = {
  code: 'iaas_backup_list_001',
  order: ['time_valid', 'created', 'name', 'id', 'state', 'vm_id'],
  fields: {
    time_valid: { kind: 'date', declared: 'text', of: ({ timeValid }) => timeValid },
    created: { kind: 'date', declared: 'text', of: (one) => one.created },
    id: { kind: 'number', of: ({ id }) => id },
    name: { kind: 'text', of: ({ name }) => name },
    state: { kind: 'number', of: (one) => one.state },
    vm_id: { kind: 'number', of: ({ vm }) => vm.id },
    vm__name: { kind: 'text', of: ({ vm }) => vm.name },
    vm__project_id: { kind: 'number', of: ({ vm }) => vm.project.id },
    vm__project__address_id: { kind: 'number', of: ({ vm }) => vm.project.address },
    vm__project__name: { kind: 'text', of: ({ vm }) => vm.project.name },
    vm__project__region_id: { kind: 'number', of: ({ vm }) => vm.project.region },
    vm__server_id: { kind: 'number', of: () => 1 },
  },
}

const historyRules: ListRules<HistoryRow> = {
  code: 'iaas_backup_list_001',
  order: ['created'],
  fields: {
    created: { kind: 'date', of: (one) => one.created },
    customer_address: { kind: 'number', of: ({ address }) => address },
    id: { kind: 'number', of: ({ id }) => id },
    modified_by: { kind: 'number', of: ({ by }) => by },
    project_id: { kind: 'number', of: ({ project }) => project },
    backup_id: { kind: 'number', of: ({ backup }) => backup },
    vm_id: { kind: 'number', of: ({ vm }) => vm },
  },
}

export const list = (call: Call): Reply =>
  page(listed(backupsOf(call), call.params, rules, (backup) => writeBackup(call.world, backup)))

export const history = (call: Call): Reply =>
  page(
    listed(
      call.world.history.filter(({ address }) => sees(call, address)),
      call.params,
      historyRules,
      writeHistory,
    ),
  )

export function read(call: Call, id: number): Reply {
  const backup = call.world.backups.get(id)
  if (!backup) throw new Refused(404, refuse('iaas_backup_read_001').body)
  if (!sees(call, backup.vm.project.address)) throw refuse('iaas_backup_read_201')
  return ok({ ...writeBackup(call.world, backup), emails: ['operator@costaverde.example'] })
}

const isTaken = ({ world }: Call, vm: number, name: string, but = 0): boolean =>
  Array.from(world.backups.values()).some(
    (one) => one.vm.id === vm && one.name === name && one.state !== state.closed && one.id !== but,
  )

/** What is wrong with a new backup, by its fields. */
function draftProblems(call: Call): Readonly<Record<string, string>> {
  const { vm_id: vmId, name, repository } = call.body
  const vm = typeof vmId === 'number' ? call.world.vms.get(vmId) : undefined
  const clean = typeof name === 'string' ? name.trim() : ''
  const found: Record<string, string> = {}
  if (vmId === undefined || vmId === null) found['vm_id'] = 'iaas_backup_create_101'
  else if (!vm) found['vm_id'] = 'iaas_backup_create_102'
  else if (vm.state !== state.running) found['vm_id'] = 'iaas_backup_create_103'
  if (clean === '') found['name'] = 'iaas_backup_create_104'
  else if (vm && isTaken(call, vm.id, clean)) found['name'] = 'iaas_backup_create_105'
  if (repository === undefined || repository === null) found['repository'] = 'iaas_backup_create_106'
  else if (repository !== 1 && repository !== 2) found['repository'] = 'iaas_backup_create_107'
  return found
}

/** Judges and makes a backup: the same for both generations. Fields first, then who asks, then what else goes on. */
export function make(call: Call): Backup {
  const problems = draftProblems(call)
  if (Object.keys(problems).length > 0) throw refuseFields(problems)
  const { vm_id: vmId, name, repository } = call.body
  const vm = call.world.vms.get(Number(vmId))
  if (!vm) throw refuse('iaas_backup_create_102')
  if (vm.project.address !== call.person.address) throw refuse('iaas_backup_create_201')
  if (call.person.isPrivate) throw refuse('iaas_backup_create_202')
  if (isHeld(call.world, vm)) throw refuse('iaas_backup_create_001')
  if (vm.gpu > 0) throw refuse('iaas_backup_create_002')
  const clean = String(name).trim()
  // The column is shorter, and nobody looked before.
  if (clean.length > 128) throw new Refused(500, null)
  return request(call.world, { vm, name: clean, repository: Number(repository), by: call.person.id }, call.now)
}

export const create = (call: Call): Reply => created(writeBackup(call.world, make(call)))

/** What is wrong with a change of a backup. Users only go from 4 to 8 or 10, and only while the VM runs. */
function changeProblems(call: Call, backup: Backup): Readonly<Record<string, string>> {
  const { name, state: to } = call.body
  const found: Record<string, string> = {}
  if (typeof name === 'string' && name.length > 128) found['name'] = 'iaas_backup_update_101'
  else if (typeof name === 'string' && name !== '' && isTaken(call, backup.vm.id, name, backup.id))
    found['name'] = 'iaas_backup_update_102'
  if (to === undefined) return found
  const isState = typeof to === 'number' && ((to >= 0 && to <= 17) || to === 99)
  if (typeof to !== 'number' || !Number.isInteger(to)) found['state'] = 'iaas_backup_update_103'
  else if (!isState) found['state'] = 'iaas_backup_update_104'
  else if (backup.state !== state.running) found['state'] = 'iaas_backup_update_105'
  else if (to !== state.scrub && to !== state.runningUpdate) found['state'] = 'iaas_backup_update_106'
  else if (backup.vm.state !== state.running) found['state'] = 'iaas_backup_update_107'
  return found
}

export function change(call: Call, id: number): Backup {
  const backup = call.world.backups.get(id)
  if (!backup) throw refuse('iaas_backup_update_001')
  if (isHeld(call.world, backup.vm)) throw refuse('iaas_backup_update_002')
  const problems = changeProblems(call, backup)
  if (Object.keys(problems).length > 0) throw refuseFields(problems)
  if (backup.vm.project.address !== call.person.address) throw refuse('iaas_backup_update_202')
  if (call.person.isPrivate) throw refuse('iaas_backup_update_203')
  const { name, state: to } = call.body
  if (typeof name === 'string' && name.trim() !== '') {
    backup.name = name.trim()
    backup.updated = call.now
  }
  if (to === state.scrub) scrub(call.world, backup, call.person.id, call.now)
  return backup
}

export const update = (call: Call, id: number): Reply => {
  const backup = change(call, id)
  return ok({ ...writeBackup(call.world, backup), history: historyOf(call.world, backup) })
}
