import type { Allowance, AllowanceChange, Tenant } from '~/domain/tenant'

import { ApiError } from '../error'
import { placeId, policyPath } from './ids'
import { type Addresses, hrefLike, linkOf, ownPathOfLink } from './links'
import { refOf } from './to-vm'
import type { Link } from './wire'
import { type Enterprise, limit, type Limit } from './wire-admin'

const policyRel = 'backuppolicy'

const selfOf = (
  places: Addresses,
  links: readonly Link[],
  what: string,
): { readonly id: string; readonly link: Link } => {
  const link = linkOf(links, 'edit') ?? linkOf(links, 'self')
  if (!link) throw new ApiError('contract', `A ${what} without a link to itself`)
  return { id: placeId(places.pathOf(link.href)), link }
}

/** Throws `ApiError` (`link`, `contract`) when the tenant has no address that we may use. */
export function toTenant(places: Addresses, { name, links }: Enterprise): Tenant {
  const { id, link } = selfOf(places, links, 'tenant')
  return { id, name: name || link.title || '' }
}

/** The policy that a link allows; null for every other link, and for one that leads elsewhere. */
const policyOf = (places: Addresses, link: Link): string | null => {
  const path = link.rel === policyRel ? ownPathOfLink(places, [link], policyRel) : null
  return path === null ? null : placeId(path)
}

/** Throws `ApiError` (`link`, `contract`) when nothing tells whose limit it is, or where. */
export function toAllowance(places: Addresses, { links }: Limit): Allowance {
  const { id } = selfOf(places, links, 'limit')
  const [tenant, datacenter] = [refOf(places, links, 'enterprise'), refOf(places, links, 'location')]
  if (!tenant || !datacenter) throw new ApiError('contract', 'A limit of no tenant, or for no datacenter')
  const policyIds = links.map((link) => policyOf(places, link)).filter((policy) => policy !== null)
  return { id, tenant, datacenter, policyIds: [...new Set(policyIds)] }
}

/**
 * The links of a limit with other policies; all others stay, also broken ones and those that lead elsewhere. Null when
 * there is nothing left to change.
 * @param raw The links as they came.
 */
export function changedLinks(
  places: Addresses,
  raw: readonly unknown[],
  { allow, withdraw }: AllowanceChange,
): readonly unknown[] | null {
  const { links } = limit.parse({ links: raw })
  const policyIn = (one: unknown): string | null =>
    limit.parse({ links: [one] }).links.map((link) => policyOf(places, link))[0] ?? null
  const present = new Set(raw.map(policyIn))
  const kept = raw.filter((one) => !withdraw.includes(policyIn(one) ?? ''))
  const added = [...new Set(allow)].filter((policy) => !present.has(policy))
  if (kept.length === raw.length && added.length === 0) return null
  return [
    ...kept,
    ...added.map((policy): Link => ({
      rel: policyRel,
      type: 'application/vnd.abiquo.backuppolicy+json',
      href: hrefLike(places, links, 'edit', policyPath(policy)),
    })),
  ]
}
