import type { Connection } from './connection'
import { infrastructure } from './infrastructure'
import { offeredPolicies } from './offered-policies'
import { roles } from './roles'
import { tenants } from './tenants'

/** What administrators of the platform ask and change: datacenters, policies, tenants, roles. */
export const administration = (connection: Connection, timeZoneOf: (datacenter: string) => string | null) => ({
  ...infrastructure(connection, timeZoneOf),
  ...offeredPolicies(connection),
  ...tenants(connection),
  ...roles(connection),
})

/** The part of the port that administrators alone use, fetched with their first question. */
export type Administration = ReturnType<typeof administration>
