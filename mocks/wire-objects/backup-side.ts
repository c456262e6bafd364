import { assumed } from '~/api/abiquo/assumed'

import type { Call } from '../call'
import type { Datacenter, Manager, Policy } from '../place-records'
import { constraintsOf, operationsOf, type Plugin, pluginOf } from '../plugins'
import type { Given } from '../records'
import type { World } from '../world'
import { type Link, link, placeHref, type Side } from './link'

const pluginHref = (base: string, { type }: Plugin): string => `${base}${assumed.pluginTypesPath}/${type}`

/** The plug-in behind a datacenter's manager; none when there is none, and before 4.0. */
export function pluginLinks({ base, world }: Call, { manager }: Datacenter): Link[] {
  const plugin = world.early ? null : pluginOf(manager?.type)
  return plugin ? [link(assumed.rel.pluginType, pluginHref(base, plugin), 'backupplugintype', plugin.name)] : []
}

/** The early name of a periodicity is another one. */
const wireRule = (world: World, { type, subtype, time, days, sources, foreign }: Given) => ({
  ...foreign,
  type,
  ...(world.early ? { period: subtype } : { subtype }),
  ...(time === null ? {} : { time }),
  ...(days === null ? {} : { days }),
  ...(sources === null ? {} : { sources }),
})

export const policyHref = (base: string, side: Side, { id, datacenterId }: Policy): string =>
  `${placeHref(base, side, datacenterId)}/backuppolicies/${id}`

/** Its link is `edit` on both sides, with the href of the side it was read from. */
export const wirePolicy = ({ base, world }: Call, side: Side, policy: Policy) => ({
  ...policy.foreign,
  id: policy.id,
  code: policy.code,
  name: policy.name,
  ...(policy.description === null ? {} : { description: policy.description }),
  replication: policy.replication,
  backupConfigurations: policy.configurations.map((rule) => wireRule(world, rule)),
  links: [link('edit', policyHref(base, side, policy), 'backuppolicy', policy.name)],
})

export const wireProperties = ({ base }: Call, side: Side, { id, properties }: Datacenter) => ({
  ...properties.foreign,
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

export const managerHref = (base: string, { id }: Datacenter, manager: Manager): string =>
  `${placeHref(base, 'admin', id)}/${assumed.managersPath}/${manager.id}`

/** The password is never shown back. */
export const wireManager = (call: Call, datacenter: Datacenter, manager: Manager) => ({
  ...manager.foreign,
  id: manager.id,
  name: manager.name,
  type: manager.type,
  endpoint: manager.endpoint,
  user: manager.user,
  links: [
    link('edit', managerHref(call.base, datacenter, manager), 'backupmanager', manager.name),
    link('datacenter', placeHref(call.base, 'admin', datacenter.id), 'datacenter', datacenter.name),
    ...pluginLinks(call, datacenter),
  ],
})

export const wirePlugin = ({ base }: Call, plugin: Plugin) => ({
  type: plugin.type,
  name: plugin.name,
  constraints: constraintsOf(plugin),
  operations: operationsOf(plugin),
  links: [link('self', pluginHref(base, plugin), 'backupplugintype', plugin.name)],
})
