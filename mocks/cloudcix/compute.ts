import * as backups from './backups'
import { backupsOf, type Call, created, ok, page, type Reply, sees, vmsOf } from './call'
import { listed, type ListRules } from './lists'
import { type Backup, codeOf, type Vm } from './records'
import { refuse, Refused } from './refusal'
import * as vms from './vms'
import { writeComputeBackup, writeInstance } from './write'

const backupRules: ListRules<Backup> = {
  code: 'compute_backup_list_001',
  order: ['name', 'id', 'project_id', 'state'],
  fields: {
    resource_links__contra_resource_id: { kind: 'number', of: ({ vm }) => vm.id },
    created: { kind: 'date', of: (one) => one.created },
    updated: { kind: 'date', of: (one) => one.updated },
    id: { kind: 'number', of: ({ id }) => id },
    project_id: { kind: 'number', of: ({ vm }) => vm.project.id },
    state: { kind: 'number', of: (one) => one.state },
    name: { kind: 'text', of: ({ name }) => name },
  },
}

const instanceRules: ListRules<Vm> = { ...vms.rules, code: 'compute_instance_list_001', order: ['name', 'id', 'state'] }

/** The rules of the first generation, told under the name of the second. */
function renamed<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const body: unknown = JSON.parse(JSON.stringify(error.body).replaceAll('iaas_', 'compute_'))
    throw new Refused(error.status, body)
  }
}

export const listBackups = (call: Call): Reply =>
  page(listed(backupsOf(call), call.params, backupRules, writeComputeBackup))

export function readBackup(call: Call, id: number): Reply {
  const backup = call.world.backups.get(id)
  if (!backup || !sees(call, backup.vm.project.address)) throw new Refused(404, refuse('compute_backup_read_001').body)
  return ok(writeComputeBackup(backup))
}

export function createBackup(call: Call): Reply {
  const { instance_id: vm, project_id: project, type, name = '' } = call.body
  const isType = type === 'lxd' || type === 'hyperv'
  if (!isType || typeof project !== 'number') throw refuse('compute_backup_create_106')
  const usual = type === 'lxd' ? 'Backup LXD' : 'Backup HyperV'
  const body = { vm_id: vm, name: name === '' ? usual : name, repository: 1 }
  return created(writeComputeBackup(renamed(() => backups.make({ ...call, body }))))
}

/** `state: "delete"`, or another name. */
export function updateBackup(call: Call, id: number): Reply {
  const { state, ...rest } = call.body
  const body = state === undefined ? rest : { ...rest, state: codeOf(state) }
  return ok(writeComputeBackup(renamed(() => backups.change({ ...call, body }, id))))
}

export const listInstances = (call: Call): Reply => page(listed(vmsOf(call), call.params, instanceRules, writeInstance))
export const readInstance = (call: Call, id: number): Reply => ok(writeInstance(renamed(() => vms.found(call, id))))
export const updateInstance = (call: Call, id: number): Reply =>
  ok(writeInstance(renamed(() => vms.change(call, id, codeOf(call.body['state'])))))
