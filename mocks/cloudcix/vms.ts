import { type Call, ok, page, type Reply, sees, vmsOf } from './call'
import { listed, type ListRules } from './lists'
import { state, type Vm } from './records'
import { refuse } from './refusal'
import { changeVm } from './work'
import { writeLightVm, writeVm } from './write'

export const rules: ListRules<Vm> = {
  code: 'iaas_vm_list_001',
  order: ['created', 'name', 'project_id', 'state', 'updated', 'id'],
  fields: {
    created: { kind: 'date', of: (one) => one.created },
    id: { kind: 'number', of: ({ id }) => id },
    project_id: { kind: 'number', of: ({ project }) => project.id },
    project__address_id: { kind: 'number', of: ({ project }) => project.address },
    project__region_id: { kind: 'number', of: ({ project }) => project.region },
    server_id: { kind: 'number', of: () => 1 },
    state: { kind: 'number', of: (one) => one.state },
    updated: { kind: 'date', of: (one) => one.updated },
    image__name: { kind: 'text', of: ({ image }) => image },
    name: { kind: 'text', of: ({ name }) => name },
    project__name: { kind: 'text', of: ({ project }) => project.name },
  },
}

export const list = (call: Call): Reply =>
  page(listed(vmsOf(call), call.params, rules, call.params.get('include_related') === 'false' ? writeLightVm : writeVm))

export function found(call: Call, id: number): Vm {
  const vm = call.world.vms.get(id)
  if (!vm) throw refuse('iaas_vm_read_001')
  if (!sees(call, vm.project.address)) throw refuse('iaas_vm_read_201')
  return vm
}

export const read = (call: Call, id: number): Reply =>
  ok({ ...writeVm(found(call, id)), storage_type: 'SSD', emails: ['operator@costaverde.example'] })

const ways: Readonly<Record<number, readonly number[]>> = {
  [state.running]: [state.quiesce, state.scrub, state.runningUpdate],
  [state.quiesced]: [state.restart, state.scrub, state.quiescedUpdate],
  [state.scrubQueue]: [state.restart],
}

/** Changes a VM's state, as its user may. */
export function change(call: Call, id: number, to: unknown): Vm {
  const vm = found(call, id)
  if (typeof to !== 'number' || !ways[vm.state]?.includes(to)) throw refuse('iaas_vm_update_105')
  if (vm.project.address !== call.person.address || call.person.isPrivate) throw refuse('iaas_vm_update_201')
  changeVm(call.world, vm, to, call.now)
  return vm
}

export const update = (call: Call, id: number): Reply => ok(writeVm(change(call, id, call.body['state'])))
