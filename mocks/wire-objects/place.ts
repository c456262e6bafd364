import { assumed } from '~/api/abiquo/assumed'

import type { Call } from '../call'
import type { Datacenter, Manager, Policy, VirtualAppliance, VirtualDatacenter } from '../place-records'
import { constraintsOf, operationsOf, type Plugin, pluginOf } from '../plugins'
import type { Configuration } from '../records'
import { stateOf } from '../state'
import { type Link, link } from './link'

/** The two sides from which a datacenter is read. */
export type Side = 'admin' | 'cloud'

export const placeHref = (base: string, side: Side, datacenterId: number): string =>
  side === 'admin' ? `${base}/admin/datacenters/${datacenterId}` : `${base}/cloud/locations/${datacenterId}`

function pluginLinks(base: string, { manager }: Datacenter): Link[] {
  const plugin = pluginOf(manager?.type)
  return plugin
    ? [link(assumed.rel.pluginType, `${base}/config/backupplugintypes/${plugin.type}`, 'backupplugintype', plugin.name)]
    : []
}

/** A datacenter as tenants see it. */
export function wireLocation({ base, person }: Call, datacenter: Datacenter) {
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
      ...pluginLinks(base, datacenter),
      link('hypervisortype', `${base}/config/hypervisortypes/VMX_04`, 'hypervisortype', 'VMX_04'),
    ],
  }
}

/** A datacenter as administrators see it. */
export function wireDatacenter({ base }: Call, datacenter: Datacenter) {
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
      here('getLimits', 'action/getlimits', 'limits', 'limits'),
      here('backuppolicies', 'backuppolicies', 'backuppolicies', 'backup policies'),
      here('backupproperties', 'backupproperties', 'backupdatacenterproperties', 'backup datacenter properties'),
      here('backupmanagers', 'backupmanagers', 'backupmanagers', 'backup managers'),
      link('location', placeHref(base, 'cloud', datacenter.id), 'datacenter', datacenter.name),
      ...pluginLinks(base, datacenter),
    ],
  }
}

const wireRule = ({ type, subtype, time, days, sources }: Configuration) => ({
  type,
  subtype,
  ...(time === null ? {} : { time }),
  ...(days === null ? {} : { days }),
  ...(sources === null ? {} : { sources }),
})

/** Its link is `edit` on both sides, with the href of the side it was read from. */
export const wirePolicy = ({ base }: Call, side: Side, policy: Policy) => ({
  id: policy.id,
  code: policy.code,
  name: policy.name,
  ...(policy.description === null ? {} : { description: policy.description }),
  replication: policy.replication,
  backupConfigurations: policy.configurations.map(wireRule),
  links: [
    link(
      'edit',
      `${placeHref(base, side, policy.datacenterId)}/backuppolicies/${policy.id}`,
      'backuppolicy',
      policy.name,
    ),
  ],
})

export const wireProperties = ({ base }: Call, side: Side, { id, properties }: Datacenter) => ({
  [assumed.properties.severalPolicies]: properties.severalPolicies,
  [assumed.properties.changeWhileDeployed]: properties.changeWhileDeployed,
  [assumed.properties.severalRestores]: properties.severalRestores,
  [assumed.properties.manualBackup]: properties.manualBackup,
  links: [
    link(
      side === 'admin' ? 'edit' : 'self',
      `${placeHref(base, side, id)}/backupproperties`,
      'backupdatacenterproperties',
      'backup properties',
    ),
  ],
})

/** The password is never shown back. */
export const wireManager = ({ base }: Call, datacenter: Datacenter, manager: Manager) => ({
  id: manager.id,
  name: manager.name,
  type: manager.type,
  endpoint: manager.endpoint,
  user: manager.user,
  links: [
    link(
      'edit',
      `${placeHref(base, 'admin', datacenter.id)}/backupmanagers/${manager.id}`,
      'backupmanager',
      manager.name,
    ),
    link('datacenter', placeHref(base, 'admin', datacenter.id), 'datacenter', datacenter.name),
    ...pluginLinks(base, datacenter),
  ],
})

export const wirePlugin = ({ base }: Call, plugin: Plugin) => ({
  type: plugin.type,
  name: plugin.name,
  constraints: constraintsOf(plugin),
  operations: operationsOf(plugin),
  links: [link('self', `${base}/config/backupplugintypes/${plugin.type}`, 'backupplugintype', plugin.name)],
})

const softAndHard = {
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

export { softAndHard }
