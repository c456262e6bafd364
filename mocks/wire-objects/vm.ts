import { assumed } from '~/api/abiquo/assumed'

import { type Call, vmHref } from '../call'
import { hostOf } from '../hosts'
import { fullName, personOf } from '../people'
import type { Assignment, Vm } from '../records'
import { stateIds, stateOf } from '../state'
import { datacenterOf, platformName } from '../world'
import { type Link, link, mediaType } from './link'

const windows = (vm: Vm): boolean => vm.template.startsWith('Windows')

function placeLinks(call: Call, vm: Vm): Link[] {
  const vdc = call.world.vdcs.get(vm.vdcId)
  // A VM that is not in a hypervisor has neither a machine nor a location of its own.
  if (!vdc || vm.state === 'NOT_ALLOCATED') return []
  const datacenter = datacenterOf(call.world, vdc.datacenterId)
  const location = link('location', `${call.base}/cloud/locations/${datacenter.id}`, 'datacenter', datacenter.name)
  const host = hostOf(call, vm, datacenter)
  if (!host) return [location]
  const machine = `${call.base}/admin/datacenters/${datacenter.id}/racks/${datacenter.id}/machines/${host.number}`
  return [link('machine', machine, 'machine', host.physicalMachine), location]
}

function diskLinks(call: Call, vm: Vm): Link[] {
  const vdc = `${call.base}/cloud/virtualdatacenters/${vm.vdcId}`
  const tiers = call.world.vdcs.get(vm.vdcId)?.datacenterId ?? 0
  const disks = vm.disks.map((disk, at) => ({
    ...link(`disk${at}`, `${vdc}/disks/${disk.id}`, 'harddisk', disk.uuid),
    length: String(disk.mb),
    diskControllerType: disk.controller,
    ...(disk.label === null ? {} : { diskLabel: disk.label }),
  }))
  const volumes = vm.volumes.map((volume, at) => ({
    ...link(`disk${vm.disks.length + at}`, `${vdc}/volumes/${volume.id}`, 'volume', volume.name),
    length: String(volume.mb),
    diskControllerType: 'SCSI',
  }))
  const tier = link(
    'datastoretier0',
    `${call.base}/cloud/locations/${tiers}/datastoretiers/1`,
    'datastoretier',
    'Standard',
  )
  const nics = vm.ips.map((ip, at) =>
    link(`nic${at}`, `${vdc}/privatenetworks/${vm.vdcId}/ips/${vm.id * 10 + at}`, 'privateip', ip),
  )
  return [...disks, ...volumes, tier, ...nics]
}

/** The links of a VM, in the order and with the titles of the captures, and the two assumed ones for backups. */
function vmLinks(call: Call, vm: Vm, state: string): Link[] {
  const self = vmHref(call.base, vm)
  const owner = personOf(vm.ownerId)
  const tenant = call.world.tenants.get(vm.tenantId)
  const enterprise = `${call.base}/admin/enterprises/${vm.tenantId}`
  const vdc = `${call.base}/cloud/virtualdatacenters/${vm.vdcId}`
  const here = (rel: string, path: string, entity: string, title: string): Link =>
    link(rel, `${self}/${path}`, entity, title)
  const action = (name: string, title: string): Link => here(name, `action/${name}`, 'acceptedrequest', title)
  const plain = (rel: string, path: string, title: string): Link => ({
    rel,
    title,
    type: 'text/plain',
    href: `${self}/${path}`,
  })
  return [
    ...placeLinks(call, vm),
    link('edit', self, 'virtualmachine', vm.label),
    link('enterprise', enterprise, 'enterprise', tenant?.name ?? ''),
    link('user', `${enterprise}/users/${vm.ownerId}`, 'user', owner ? fullName(owner) : ''),
    link('virtualdatacenter', vdc, 'virtualdatacenter', call.world.vdcs.get(vm.vdcId)?.name ?? ''),
    link(
      'virtualappliance',
      `${vdc}/virtualappliances/${vm.vappId}`,
      'virtualappliance',
      call.world.vapps.get(vm.vappId)?.name ?? '',
    ),
    here('metadata', 'metadata', 'metadata', 'metadata'),
    here(
      'configurations',
      'network/configurations',
      'virtualmachinenetworkconfigurations',
      'vlan network configurations',
    ),
    here('nics', 'network/nics', 'nics', 'nics'),
    here('harddisks', 'storage/disks', 'harddisks', 'disks'),
    here('state', 'state', 'virtualmachinestate', state),
    action('undeploy', 'virtual machine undeploy'),
    action('deploy', 'virtual machine deploy'),
    action('reset', 'virtual machine reset'),
    action('instance', 'virtual machine snapshot'),
    action('restorebackup', 'virtual machine restore backup'),
    ...(call.world.early
      ? []
      : [
          here(assumed.rel.results, assumed.resultsPath, 'backupresults', 'backup results'),
          here(assumed.rel.requestBackup, assumed.requestBackupPath, 'ondemandbackup', 'request backup'),
        ]),
    plain('rdpaccess', 'config/rdpaccess', 'remote access'),
    here('tasks', 'tasks', 'tasks', 'tasks'),
    here('firewalls', 'firewalls', 'links', 'firewalls'),
    here('loadbalancers', 'loadbalancers', 'loadbalancers', 'load balancers'),
    here('volumes', 'storage/volumes', 'volumes', 'volumes'),
    ...diskLinks(call, vm),
    plain('protect', 'action/protect', 'protect'),
    plain('unprotect', 'action/unprotect', 'unprotect'),
    here('metrics', 'metrics', 'metrics', 'metrics'),
    here('metricsmetadata', 'metrics', 'metricsmetadata', 'metricsmetadata'),
    here('createcustommetric', 'metrics', 'custommetric', 'createcustommetric'),
    { rel: 'collectd', title: 'collectd', type: 'application/json', href: `${self}/collectd` },
    here('alarms', 'alarms', 'alarms', 'alarms'),
    here('actionplans', 'actionplans', 'virtualmachineactionplans', 'actionplans'),
    here('actionplansflat', 'actionplans', 'virtualmachineactionplansflat', 'actionplansflat'),
    link('hypervisortype', `${call.base}/config/hypervisortypes/VMX_04`, 'hypervisortype', 'VMX_04'),
    {
      rel: 'virtualmachinetemplate',
      title: vm.template,
      type: mediaType('virtualmachinetemplate'),
      href: `${enterprise}/datacenterrepositories/1/virtualmachinetemplates/${windows(vm) ? 2 : 1}`,
    },
    link('category', `${call.base}/config/categories/1`, 'category', 'Operating systems'),
  ]
}

/** A policy on a VM: the link to it (in its tenant-side form), its code and name, and the values that the VM gives. */
function wireAssignment(call: Call, { policyId, values, foreign }: Assignment) {
  const policy = call.world.policies.get(policyId)
  const href = `${call.base}/cloud/locations/${policy?.datacenterId ?? 0}/backuppolicies/${policyId}`
  return {
    ...foreign,
    links: [link(assumed.rel.policy, href, 'backuppolicy', policy?.name ?? '')],
    code: policy?.code ?? '',
    name: policy?.name ?? '',
    backupConfigurations: values.map(({ type, subtype, time, days, sources, foreign: more }) => ({
      ...more,
      type,
      subtype,
      ...(time === null ? {} : { time }),
      ...(days === null ? {} : { days }),
      ...(sources === null ? {} : { sources }),
    })),
  }
}

/** The whole entity, lists and single reads alike. Members that a client once sent and we do not know come back too. */
export function wireVm(call: Call, vm: Vm) {
  const state = stateOf(call.world, vm, call.now)
  return {
    ...vm.extra,
    links: vmLinks(call, vm, state),
    id: vm.id,
    uuid: vm.uuid,
    name: platformName(vm),
    label: vm.label,
    description: vm.description,
    cpu: vm.cpu,
    coresPerSocket: vm.coresPerSocket,
    ram: vm.ramMb,
    state,
    idState: stateIds[state],
    type: 'MANAGED',
    idType: 0,
    highDisponibility: 0,
    vdrpEnabled: true,
    vdrpPort: vm.state === 'NOT_ALLOCATED' ? 0 : 5900 + (vm.id % 1_000),
    monitored: false,
    protected: vm.guard !== null,
    ...(vm.guard?.cause ? { protectedCause: vm.guard.cause } : {}),
    variables: vm.extra['variables'] ?? {},
    ...(call.world.early
      ? {}
      : { backupPolicies: vm.assignments.map((assignment) => wireAssignment(call, assignment)) }),
  }
}
