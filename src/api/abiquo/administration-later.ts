import type { Administration } from './administration'
import type { Connection } from './connection'
import { fetched } from './fetched'

/** The administrators' side, whose code comes with the first question to it: most people never have one. */
export function administrationLater(
  connection: Connection,
  timeZoneOf: (datacenter: string) => string | null,
): Administration {
  const there = fetched(async () => {
    const { administration } = await import('./administration')
    return administration(connection, timeZoneOf)
  })
  return {
    listDatacenters: async (...given) => (await there()).listDatacenters(...given),
    listSystemTypes: async (...given) => (await there()).listSystemTypes(...given),
    getManager: async (...given) => (await there()).getManager(...given),
    createManager: async (...given) => (await there()).createManager(...given),
    changeManager: async (...given) => (await there()).changeManager(...given),
    deleteManager: async (...given) => (await there()).deleteManager(...given),
    getProperties: async (...given) => (await there()).getProperties(...given),
    changeProperties: async (...given) => (await there()).changeProperties(...given),
    listOfferedPolicies: async (...given) => (await there()).listOfferedPolicies(...given),
    createPolicy: async (...given) => (await there()).createPolicy(...given),
    changePolicy: async (...given) => (await there()).changePolicy(...given),
    deletePolicy: async (...given) => (await there()).deletePolicy(...given),
    listTenants: async (...given) => (await there()).listTenants(...given),
    listAllowances: async (...given) => (await there()).listAllowances(...given),
    listTenantAllowances: async (...given) => (await there()).listTenantAllowances(...given),
    changeAllowance: async (...given) => (await there()).changeAllowance(...given),
    listRoles: async (...given) => (await there()).listRoles(...given),
    getRolePrivileges: async (...given) => (await there()).getRolePrivileges(...given),
    changeRole: async (...given) => (await there()).changeRole(...given),
  }
}
