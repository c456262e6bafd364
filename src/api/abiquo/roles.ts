import { ApiError } from '../error'
import { parsed } from '../in-shape'
import type { Platform } from '../port'
import { assumed } from './assumed'
import type { Connection } from './connection'
import { rolePath } from './ids'
import { pathOfLink } from './links'
import { readAll, type Rows, toPage } from './read-all'
import { privilegeWords, readPrivileges } from './to-actor'
import { privilegeLink, toRole } from './to-role'
import { entity, type Privilege, privileges } from './wire'
import { type Role, role, roles as rolesOnWire } from './wire-admin'

const isPrivilege = (link: unknown): boolean =>
  role.parse({ links: [link] }).links.some(({ rel }) => rel === assumed.rel.rolePrivilege)

/** Roles, and the privileges that they give. */
export function roles(connection: Connection) {
  const { addresses, read, save } = connection

  const privilegesAt = (path: string, signal?: AbortSignal): Promise<Rows<Privilege>> =>
    readAll(connection, path, 'privileges', privileges, signal)

  const privilegesOf = (path: string, { links }: Role, signal?: AbortSignal): Promise<Rows<Privilege>> =>
    privilegesAt(pathOfLink(addresses, links, 'privileges') ?? `${path}/action/privileges`, signal)

  /** Privileges that the platform knows, for those that the role never had. */
  const known = async (words: readonly string[]): Promise<readonly Privilege[]> => {
    if (words.length === 0) return []
    const { rows } = await privilegesAt('/config/privileges')
    return words.map((word) => {
      const found = rows.find(({ name }) => name === word)
      if (!found) throw new ApiError('contract', `The platform knows no privilege ${word}`)
      return found
    })
  }

  return {
    listRoles: async (signal) => {
      const found = await readAll(connection, assumed.rolesPath, 'roles', rolesOnWire, signal)
      return toPage(found, (one) => toRole(addresses, one))
    },
    getRolePrivileges: async (roleId, signal) => {
      const path = rolePath(roleId)
      const { rows } = await privilegesOf(path, await read(path, 'role', role, signal), signal)
      return readPrivileges(rows.map(({ name }) => name))
    },
    changeRole: async (roleId, { give, take }) => {
      const path = rolePath(roleId)
      const before = await read(path, 'role', entity)
      const now = await privilegesOf(path, parsed(role, before, 'role'))
      // What cannot be read could not be sent back, and the role would lose it.
      if (now.unreadable > 0) throw new ApiError('contract', 'A privilege of the role came in an unknown shape')
      const names = new Set(now.rows.map(({ name }) => name))
      const taken = new Set<string>(take.map((one) => privilegeWords[one]))
      const added = await known(give.map((one) => privilegeWords[one]).filter((word) => !names.has(word)))
      const kept = now.rows.filter(({ name }) => !taken.has(name))
      if (added.length === 0 && kept.length === now.rows.length) return
      // Sent back without any, a role would keep all that it has.
      if (added.length + kept.length === 0) throw new ApiError('invalid', 'A role cannot be left without privileges')
      const others = Array.isArray(before['links']) ? before['links'].filter((link) => !isPrivilege(link)) : []
      const links = [...others, ...[...kept, ...added].map(privilegeLink)]
      await save({ method: 'PUT', path, entity: 'role', body: { ...before, links } })
    },
  } satisfies Partial<Platform>
}
