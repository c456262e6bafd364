import type { Role } from '~/domain/role'

import { ApiError } from '../error'
import { assumed } from './assumed'
import { placeId } from './ids'
import { type Addresses, linkOf, selfOf } from './links'
import type { Link, Privilege } from './wire'
import type { Role as RoleOnWire } from './wire-admin'

/** Throws `ApiError` (`link`, `contract`) when the role has no address that we may use. */
export function toRole(places: Addresses, { name, blocked, links }: RoleOnWire): Role {
  const { path, title } = selfOf(places, links, 'role')
  return { id: placeId(path), name: name || title, locked: blocked === true }
}

/**
 * The link by which a role names a privilege. Throws `ApiError` (`contract`) without an address: a role is never sent
 * with less than it had.
 */
export function privilegeLink({ name, links }: Privilege): Link {
  const own = linkOf(links, 'privilege') ?? linkOf(links, 'self')
  if (!own) throw new ApiError('contract', `The platform gives no address for ${name}`)
  return {
    rel: assumed.rel.rolePrivilege,
    title: name,
    type: 'application/vnd.abiquo.privilege+json',
    href: own.href,
  }
}
