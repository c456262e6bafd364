import type { Call } from '../call'
import type { Limit } from '../place-records'
import { link, placeHref } from './link'
import { softAndHard } from './place'

/** Rels that the platform writes into a limit itself; links of any other are the client's. */
export const ownRels: ReadonlySet<unknown> = new Set([
  'enterprise',
  'hypervisors',
  'edit',
  'externalnetworks',
  'action',
  'location',
  'datacenter',
  'backuppolicy',
])

export const limitHref = (base: string, { id, tenantId }: Limit): string =>
  `${base}/admin/enterprises/${tenantId}/limits/${id}`

/** What a tenant may use of a datacenter; one `backuppolicy` link for each policy that is allowed. */
export function wireLimit({ base, world }: Call, limit: Limit) {
  const datacenter = placeHref(base, 'admin', limit.datacenterId)
  const self = limitHref(base, limit)
  const tenant = world.tenants.get(limit.tenantId)
  return {
    ...softAndHard,
    repositorySoftInMb: 0,
    repositoryHardInMb: 0,
    ...limit.foreign,
    id: limit.id,
    links: [
      link('enterprise', `${base}/admin/enterprises/${limit.tenantId}`, 'enterprise', tenant?.name ?? ''),
      link('hypervisors', `${self}/hypervisors`, 'hypervisortypes', 'hypervisors'),
      link('edit', self, 'limit', `edit datacenter limits ${limit.id}`),
      link('externalnetworks', `${self}/externalnetworks`, 'vlans', 'external networks'),
      link('action', `${self}/action/virtualappliances`, 'virtualappliances', 'virtualappliances'),
      link('location', datacenter, 'datacenter', world.datacenters.get(limit.datacenterId)?.name ?? ''),
      ...(limit.links ?? [link('datastoretier', `${datacenter}/datastoretiers/1`, 'datastoretier', 'Standard')]),
      ...limit.policyIds.map((id) =>
        link('backuppolicy', `${datacenter}/backuppolicies/${id}`, 'backuppolicy', world.policies.get(id)?.name ?? ''),
      ),
    ],
  }
}
