import { assumed } from '~/api/abiquo/assumed'

import type { Call } from '../call'
import type { Datacenter, VirtualAppliance, VirtualDatacenter } from '../place-records'
import { stateOf } from '../state'
import { pluginLinks } from './backup-side'
import { type Link, link, placeHref } from './link'

/** A datacenter as tenants see it. */
export function wireLocation(call: Call, datacenter: Datacenter) {
  const { base, person } = call
  const self = placeHref(base, 'cloud', datacenter.id)
  const here = (rel: string, path: string, entity: string, title: string): Link =>
    link(rel, `${self}/${path}`, entity, title)
  return {
    id: datacenter.id,
    name: datacenter.name,
    location: datacenter.location,
    links: [
      link(
        'datacenterrepository',
        `${base}/admin/enterprises/${person.tenantId}/datacenterrepositories/${datacenter.id}`,
        'datacenterrepository',
        'repository',
      ),
      link('self', self, 'datacenter', datacenter.name),
      here('hardwareprofiles', 'hardwareprofiles', 'hardwareprofiles', 'hardwareprofiles'),
      here('templates', 'templates', 'virtualmachinetemplates', 'available templates'),
      here('backuppolicies', 'backuppolicies', 'backuppolicies', 'backup policies'),
      here('backupproperties', 'backupproperties', 'backupdatacenterproperties', 'backup location properties'),
      ...pluginLinks(call, datacenter),
      link('hypervisortype', `${base}/config/hypervisortypes/VMX_04`, 'hypervisortype', 'VMX_04'),
    ],
  }
}

/** A datacenter as administrators see it. */
export function wireDatacenter(call: Call, datacenter: Datacenter) {
  const { base } = call
  const self = placeHref(base, 'admin', datacenter.id)
  const here = (rel: string, path: string, entity: string, title: string): Link =>
    link(rel, `${self}/${path}`, entity, title)
  return {
    id: datacenter.id,
    name: datacenter.name,
    location: datacenter.location,
    links: [
      link('edit', self, 'datacenter', datacenter.name),
      here('racks', 'racks', 'racks', 'racks'),
      here('enterprises', 'action/enterprises', 'enterprises', 'enterprises'),
      here('getLimits', assumed.limitsPath, 'limits', 'limits'),
      here('backuppolicies', 'backuppolicies', 'backuppolicies', 'backup policies'),
      here('backupproperties', 'backupproperties', 'backupdatacenterproperties', 'backup datacenter properties'),
      ...(call.world.early
        ? []
        : [here(assumed.rel.managers, assumed.managersPath, 'backupmanagers', 'backup managers')]),
      link('location', placeHref(base, 'cloud', datacenter.id), 'datacenter', datacenter.name),
      ...pluginLinks(call, datacenter),
    ],
  }
}

/** Allocation limits of a tenant or a virtual datacenter: none. */
export const softAndHard = {
  cpuCountSoftLimit: 0,
  cpuCountHardLimit: 0,
  ramSoftLimitInMb: 0,
  ramHardLimitInMb: 0,
  diskSoftLimitInMb: 0,
  diskHardLimitInMb: 0,
  storageSoftInMb: 0,
  storageHardInMb: 0,
  vlansSoft: 0,
  vlansHard: 0,
  publicIpsSoft: 0,
  publicIpsHard: 0,
} as const

export function wireVdc({ base, world }: Call, vdc: VirtualDatacenter) {
  const self = `${base}/cloud/virtualdatacenters/${vdc.id}`
  const here = (rel: string, path: string, entity: string, title: string): Link =>
    link(rel, `${self}/${path}`, entity, title)
  const tenant = world.tenants.get(vdc.tenantId)
  return {
    id: vdc.id,
    name: vdc.name,
    hypervisorType: 'VMX_04',
    ...softAndHard,
    links: [
      link('edit', self, 'virtualdatacenter', vdc.name),
      link('enterprise', `${base}/admin/enterprises/${vdc.tenantId}`, 'enterprise', tenant?.name ?? ''),
      link(
        'location',
        placeHref(base, 'cloud', vdc.datacenterId),
        'datacenter',
        world.datacenters.get(vdc.datacenterId)?.name ?? '',
      ),
      here('virtualappliances', 'virtualappliances', 'virtualappliances', 'virtual appliances'),
      here('virtualmachines', 'action/virtualmachines', 'virtualmachines', 'virtual machines'),
      here('disks', 'disks', 'harddisks', 'disks'),
      here('volumes', 'volumes', 'volumes', 'volumes'),
    ],
  }
}

function applianceState(call: Call, vapp: VirtualAppliance): string {
  const states = [...call.world.vms.values()]
    .filter(({ vappId }) => vappId === vapp.id)
    .map((vm) => stateOf(call.world, vm, call.now))
  if (states.length === 0) return 'EMPTY'
  if (states.includes('LOCKED')) return 'LOCKED'
  if (states.includes('UNKNOWN')) return 'UNKNOWN'
  return states.every((state) => state === 'NOT_ALLOCATED') ? 'NOT_DEPLOYED' : 'DEPLOYED'
}

export function wireVapp(call: Call, vapp: VirtualAppliance) {
  const { base, world } = call
  const vdc = world.vdcs.get(vapp.vdcId)
  const self = `${base}/cloud/virtualdatacenters/${vapp.vdcId}/virtualappliances/${vapp.id}`
  const here = (rel: string, path: string, entity: string, title: string): Link =>
    link(rel, `${self}/${path}`, entity, title)
  return {
    id: vapp.id,
    name: vapp.name,
    state: applianceState(call, vapp),
    error: 0,
    publicApp: 0,
    highDisponibility: 0,
    links: [
      link('edit', self, 'virtualappliance', vapp.name),
      link('virtualdatacenter', `${base}/cloud/virtualdatacenters/${vapp.vdcId}`, 'virtualdatacenter', vdc?.name ?? ''),
      link(
        'enterprise',
        `${base}/admin/enterprises/${vdc?.tenantId ?? 0}`,
        'enterprise',
        world.tenants.get(vdc?.tenantId ?? 0)?.name ?? '',
      ),
      here('virtualmachines', 'virtualmachines', 'virtualmachines', 'virtual machines'),
      here('state', 'state', 'virtualappliancestate', 'virtual appliances state'),
      here('undeploy', 'action/undeploy', 'acceptedrequest', 'undeploy'),
      here('deploy', 'action/deploy', 'acceptedrequest', 'deploy'),
      here('tasks', 'tasks', 'tasks', 'tasks'),
    ],
  }
}
