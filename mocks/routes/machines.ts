import {
  accepted,
  type Call,
  get,
  need,
  nothing,
  ok,
  type Reply,
  type Route,
  seesAll,
  seesVdc,
  vappInPath,
  vdcInPath,
  visibleVms,
  vmHref,
  vmInPath,
} from '../call'
import { changeVm } from '../change-vm'
import { removeVm } from '../effects'
import { listed } from '../lists'
import { personOf } from '../people'
import type { VirtualAppliance, VirtualDatacenter } from '../place-records'
import { undeployJobs } from '../power'
import type { Vm } from '../records'
import { refuse } from '../refusal'
import { isLocked, stateOf } from '../state'
import { startTask } from '../tasks'
import { link, mediaType, unpaged } from '../wire-objects/link'
import { wireVapp, wireVdc } from '../wire-objects/place'
import { wireVm } from '../wire-objects/vm'
import { datacenterOf, platformName, tenantOf, userOf } from '../world'

const byNameAndId = {
  name: ({ name }: { readonly name: string }) => name.toLowerCase(),
  id: ({ id }: { readonly id: number }) => id,
}

function listVms(call: Call, vms: readonly Vm[]): Reply {
  const label = call.query.get('vmlabel')
  return listed(call, label === null ? vms : vms.filter((vm) => vm.label === label), {
    by: {
      name: platformName,
      label: (vm) => vm.label.toLowerCase(),
      id: (vm) => vm.id,
      state: (vm) => stateOf(call.world, vm, call.now),
      cpu: (vm) => vm.cpu,
      ram: (vm) => vm.ramMb,
    },
    text: (vm) => `${vm.label}\n${platformName(vm)}`,
    wire: (vm) => wireVm(call, vm),
    sortedBy: 'name',
  })
}

const numberIn = (call: Call, name: string): number | null => {
  const text = call.query.get(name)
  if (text === null) return null
  if (!/^\d+$/.test(text)) throw refuse('GEN-22', name)
  return Number(text)
}

function listVdcs(call: Call): Reply {
  need(call, 'VDC_ENUMERATE')
  const [enterprise, datacenter] = [numberIn(call, 'enterprise'), numberIn(call, 'datacenter')]
  const seen = [...call.world.vdcs.values()].filter(
    (vdc) =>
      seesVdc(call.person, vdc) &&
      (enterprise === null || vdc.tenantId === enterprise) &&
      (datacenter === null || vdc.datacenterId === datacenter),
  )
  return listed<VirtualDatacenter>(call, seen, {
    by: byNameAndId,
    text: ({ name }) => name,
    wire: (vdc) => wireVdc(call, vdc),
  })
}

function listVapps(call: Call): Reply {
  const vdc = vdcInPath(call)
  const vapps = [...call.world.vapps.values()].filter(({ vdcId }) => vdcId === vdc.id)
  return listed<VirtualAppliance>(call, vapps, {
    by: byNameAndId,
    text: ({ name }) => name,
    wire: (vapp) => wireVapp(call, vapp),
    omitsZero: true,
  })
}

/** A tenant's VMs, to its own people and to those who see all tenants. */
function tenantVms(call: Call): readonly Vm[] {
  const tenant = tenantOf(call.world, call.param('tenant'))
  if (!seesAll(call.person) && call.person.tenantId !== tenant.id) throw refuse('EN-0')
  return visibleVms(call.world, call.person).filter(({ tenantId }) => tenantId === tenant.id)
}

function userVms(call: Call): Reply {
  const vms = tenantVms(call)
  const person = personOf(call.param('user'))
  if (!person || person.tenantId !== call.param('tenant')) throw refuse('USER-0')
  const user = userOf(call.world, person)
  return listVms(
    call,
    vms.filter((vm) =>
      seesVdc(user, call.world.vdcs.get(vm.vdcId) ?? { id: 0, name: '', tenantId: 0, datacenterId: 0 }),
    ),
  )
}

function disksOf(call: Call): Reply {
  const vm = vmInPath(call)
  const datacenter = datacenterOf(call.world, call.world.vdcs.get(vm.vdcId)?.datacenterId ?? 0)
  const tier = link(
    'datastoretier',
    `${call.base}/cloud/locations/${datacenter.id}/datastoretiers/1`,
    'datastoretier',
    'Standard',
  )
  const disks = vm.disks.map((disk, sequence) => ({
    id: disk.id,
    uuid: disk.uuid,
    label: disk.label ?? undefined,
    sequence,
    sizeInMb: disk.mb,
    bootable: disk.boot,
    diskControllerType: disk.controller,
    diskFormatType: 'VMDK_FLAT',
    diskFileSize: disk.mb * 1_048_576,
    path: `[datastore-${datacenter.id}] ${platformName(vm)}/disk-${sequence}.vmdk`,
    links: [
      { rel: 'edit', type: mediaType('harddisk'), href: `${vmHref(call.base, vm)}/storage/disks/${disk.id}` },
      tier,
    ],
  }))
  return ok(call, unpaged(disks))
}

function volumesOf(call: Call): Reply {
  const vm = vmInPath(call)
  const vdc = `${call.base}/cloud/virtualdatacenters/${vm.vdcId}`
  const volumes = vm.volumes.map((volume, at) => ({
    id: volume.id,
    name: volume.name,
    sequence: vm.disks.length + at,
    sizeInMB: volume.mb,
    state: 'ATTACHED',
    bootable: false,
    allowResize: true,
    diskControllerType: 'SCSI',
    links: [
      link('edit', `${vdc}/volumes/${volume.id}`, 'volume', volume.name),
      link('virtualdatacenter', vdc, 'virtualdatacenter', call.world.vdcs.get(vm.vdcId)?.name ?? ''),
      link('virtualmachine', vmHref(call.base, vm), 'virtualmachine', platformName(vm)),
    ],
  }))
  return ok(call, unpaged(volumes))
}

/** Gone at once when it is not in a hypervisor; else undeployed first, by a task. */
function deleteVm(call: Call): Reply {
  const vm = vmInPath(call)
  need(call, 'VDC_MANAGE_VAPP')
  if (vm.guard) throw refuse('VM-120')
  if (isLocked(call.world, vm, call.now)) throw refuse('VM-8')
  if (vm.state === 'NOT_ALLOCATED') {
    removeVm(call.world, vm)
    return nothing
  }
  const { id: userId } = call.person
  startTask(call.world, vm, {
    type: 'UNDEPLOY',
    userId,
    now: call.now,
    length: 8_000,
    jobs: undeployJobs(vm),
    effect: { kind: 'undeploy', thenDelete: true },
  })
  return accepted(call, vm)
}

const vdcs = '/cloud/virtualdatacenters'
const vapps = `${vdcs}/:vdc/virtualappliances`
export const vmPath = `${vapps}/:vapp/virtualmachines/:vm`

export const machineRoutes: readonly Route[] = [
  get(vdcs, 'virtualdatacenters', listVdcs),
  get(`${vdcs}/:vdc`, 'virtualdatacenter', (call) => ok(call, wireVdc(call, vdcInPath(call)))),
  get(vapps, 'virtualappliances', listVapps),
  get(`${vapps}/:vapp`, 'virtualappliance', (call) => ok(call, wireVapp(call, vappInPath(call)))),
  get(`${vapps}/:vapp/virtualmachines`, 'virtualmachines', (call) => {
    const vapp = vappInPath(call)
    return listVms(
      call,
      visibleVms(call.world, call.person).filter(({ vappId }) => vappId === vapp.id),
    )
  }),
  get('/cloud/virtualmachines', 'virtualmachines', (call) => {
    need(call, 'VDC_ENUMERATE')
    return listVms(call, visibleVms(call.world, call.person))
  }),
  get('/admin/virtualmachines', 'virtualmachines', (call) => {
    need(call, 'PHYS_DC_ENUMERATE')
    const name = call.query.get('vmname')
    const vms = visibleVms(call.world, call.person)
    return listVms(call, name === null ? vms : vms.filter((vm) => platformName(vm) === name || vm.label === name))
  }),
  get(`${vdcs}/:vdc/action/virtualmachines`, 'virtualmachines', (call) => {
    const vdc = vdcInPath(call)
    return listVms(
      call,
      visibleVms(call.world, call.person).filter(({ vdcId }) => vdcId === vdc.id),
    )
  }),
  get('/admin/enterprises/:tenant/action/virtualmachines', 'virtualmachines', (call) => listVms(call, tenantVms(call))),
  get('/admin/enterprises/:tenant/users/:user/action/virtualmachines', 'virtualmachines', userVms),
  get(vmPath, 'virtualmachine', (call) => ok(call, wireVm(call, vmInPath(call)))),
  {
    method: 'PUT',
    path: vmPath,
    offers: ['acceptedrequest', 'virtualmachine'],
    takes: ['virtualmachine'],
    answer: changeVm,
  },
  { method: 'DELETE', path: vmPath, offers: ['acceptedrequest', 'virtualmachine'], answer: deleteVm },
  get(`${vmPath}/storage/disks`, 'harddisks', disksOf),
  get(`${vmPath}/storage/volumes`, 'volumes', volumesOf),
]
