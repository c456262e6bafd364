import type { Page } from '~/domain/page'
import type { Allowance } from '~/domain/tenant'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { assumed } from './assumed'
import type { Connection } from './connection'
import { datacenterParts } from './datacenter-parts'
import { limitPath, tenantPath } from './ids'
import { pathOfLink } from './links'
import { readAll, toPage } from './read-all'
import { changedLinks, toAllowance, toTenant } from './to-allowance'
import { entity } from './wire'
import { enterprise, enterprises, limits } from './wire-admin'

/** Tenants, and what they may use of datacenters. */
export function tenants(connection: Connection) {
  const { addresses, read, save } = connection
  const partOf = datacenterParts(connection)

  const allowancesAt = async (path: string, signal?: AbortSignal): Promise<Page<Allowance>> => {
    const found = await readAll(connection, path, 'limits', limits, signal)
    return toPage(found, (row) => toAllowance(addresses, row))
  }

  return {
    listTenants: async (signal) => {
      const found = await readAll(connection, '/admin/enterprises', 'enterprises', enterprises, signal)
      return toPage(found, (row) => toTenant(addresses, row))
    },
    listAllowances: async (datacenterId, signal) =>
      allowancesAt(await partOf(datacenterId, 'getLimits', assumed.limitsPath, signal), signal),
    listTenantAllowances: async (tenantId, signal) => {
      const path = tenantPath(tenantId)
      const { links } = await read(path, 'enterprise', enterprise, signal)
      return allowancesAt(pathOfLink(addresses, links, 'limits') ?? `${path}/limits`, signal)
    },
    changeAllowance: async (allowanceId, change) => {
      const path = limitPath(allowanceId)
      const before = await read(path, 'limit', entity)
      const raw = before['links']
      // Sent back without its links it would allow nothing at all.
      if (!Array.isArray(raw)) throw new ApiError('contract', 'A limit without links')
      const links = changedLinks(addresses, raw, change)
      if (links !== null) await save({ method: 'PUT', path, entity: 'limit', body: { ...before, links } })
    },
  } satisfies Partial<Platform>
}
