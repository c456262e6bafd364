import type { Ref } from '~/domain/ref'
import type { Allowance, AllowanceChange, Tenant } from '~/domain/tenant'

import { ApiError } from '../error'
import { placeId, policyPath } from './ids'
import { type Addresses, hrefLike, linkOf, ownPathOfLink, selfOf } from './links'
import type { Link } from './wire'
import { type Enterprise, limit, type Limit } from './wire-admin'

const policyRel = 'backuppolicy'

/** Throws `ApiError` (`link`, `contract`) when the tenant has no address that we may use. */
export function toTenant(places: Addresses, { name, links }: Enterprise): Tenant {
  const { path, title } = selfOf(places, links, 'tenant')
  return { id: placeId(path), name: name || title }
}

/** The policy that a link allows; null for every other link, and for one that leads elsewhere. */
const policyOf = (places: Addresses, link: Link): string | null => {
  const path = link.rel === policyRel ? ownPathOfLink(places, [link], policyRel) : null
  return path === null ? null : placeId(path)
}

/** Throws `ApiError` (`link`, `contract`) when nothing tells whose limit it is, or where. */
export function toAllowance(places: Addresses, { links }: Limit): Allowance {
  const refOf = (rel: string): Ref => {
    const link = linkOf(links, rel)
    if (!link) throw new ApiError('contract', `A limit without a link to its ${rel}`)
    return { id: placeId(places.pathOf(link.href)), name: link.title ?? '' }
  }
  const policyIds = links.map((link) => policyOf(places, link)).filter((policy) => policy !== null)
  return {
    id: placeId(selfOf(places, links, 'limit').path),
    tenant: refOf('enterprise'),
    datacenter: refOf('location'),
    policyIds: [...new Set(policyIds)],
  }
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
  const kept = raw.filter((one) => {
    const policy = policyIn(one)
    return policy === null || !withdraw.includes(policy)
  })
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
