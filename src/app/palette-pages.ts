import type { Datacenter } from '~/domain/datacenter'
import { type Administration, mayChangeBackupSide, mayOpenBackupSide } from '~/domain/may-administer'
import { protectionStates } from '~/domain/protection'
import type { Tenant } from '~/domain/tenant'
import { type Verdict, yes } from '~/domain/verdict'
import { listOf } from '~/pages/parts/fleet/fleet-view'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { protectionWords } from '~/texts/states'

import type { Entry, Group, Icon } from './palette-entry'
import { line } from './palette-match'

interface Page {
  readonly to: string
  readonly name: string
  readonly others?: readonly string[]
  readonly detail?: string
  readonly group: Group
  readonly icon: Icon
  readonly verdict?: Verdict
}

/** A page has its address for an id: there is one of each. */
const entry = ({ to, name, others = [], detail, group, icon, verdict = yes }: Page): Entry => ({
  id: `page${to}`,
  name: line(name),
  others: others.map(line),
  group,
  icon,
  detail: detail ?? null,
  verdict: explain(verdict),
  chosen: false,
  act: { do: 'go', to },
  vm: null,
})

/** The sections that are open to this person, and what explains the console. */
function sections(places: readonly { readonly to: string; readonly label: () => string }[]): readonly Entry[] {
  const shared = { group: 'pages', icon: 'page' } as const
  return [
    ...places.map(({ to, label }) => entry({ ...shared, to, name: label() })),
    entry({ ...shared, to: paths.protectionRule(), name: m.vms_rule_title(), others: [m.palette_also_rule()] }),
    entry({ ...shared, to: paths.roles(), name: m.roles_title(), others: [m.palette_also_roles()] }),
  ]
}

/** The list of VMs, one state of protection at a time. */
const filters = (): readonly Entry[] =>
  protectionStates.map((state) =>
    entry({
      to: `${paths.vms()}?${listOf({ protection: [state] })}`,
      name: m.palette_filter({ state: protectionWords(state) }),
      others: [m.shell_vms()],
      group: 'filters',
      icon: 'filter',
    }),
  )

/** A datacenter and the parts of its backup side. */
function parts({ id, name, location }: Datacenter, administration: Administration): readonly Entry[] {
  const open = mayOpenBackupSide(administration.actor)
  const part = (to: string, title: string, verdict: Verdict = open): Entry =>
    entry({ to, name: title, others: [m.shell_infrastructure()], group: 'datacenters', icon: 'datacenter', verdict })
  const datacenter = { datacenter: name }
  return [
    entry({
      to: paths.datacenter(id),
      name,
      others: [m.shell_infrastructure(), location ?? ''],
      ...(location !== null && location !== name && { detail: location }),
      group: 'datacenters',
      icon: 'datacenter',
      verdict: open,
    }),
    part(paths.offeredPolicies(id), m.palette_offered_policies(datacenter)),
    part(paths.newPolicy(id), m.palette_new_policy(datacenter), mayChangeBackupSide(administration)),
    part(paths.allowances(id), m.palette_allowances(datacenter)),
    part(paths.manager(id), m.palette_manager(datacenter)),
    part(paths.properties(id), m.palette_properties(datacenter)),
    part(paths.capabilities(id), m.palette_capabilities(datacenter)),
  ]
}

const tenantPage = ({ id, name }: Tenant): Entry =>
  entry({ to: paths.tenant(id), name, others: [m.shell_tenants()], group: 'tenants', icon: 'tenant' })

/** Every page but those of VMs, each under the verdict by which it opens. */
export const pageEntries = (
  administration: Administration,
  places: readonly { readonly to: string; readonly label: () => string }[],
  datacenters: readonly Datacenter[],
  tenants: readonly Tenant[],
): readonly Entry[] => [
  ...sections(places),
  ...(administration.actor.may.has('vms.view')
    ? [entry({ to: paths.vmsBulk(), name: m.bulk_title(), group: 'pages', icon: 'page' }), ...filters()]
    : []),
  ...datacenters.flatMap((one) => parts(one, administration)),
  ...tenants.map(tenantPage),
]
