import type { Connection } from './connection'
import { fetched } from './fetched'
import type { Machines } from './machines'
import type { Memory } from './memory'
import type { Places, Protection } from './protection'

/** Policies, backups and restores, whose code comes with the first question about them: the list of VMs asks none. */
export function protectionLater(
  connection: Connection,
  fleet: Machines,
  remembered: Memory,
  places: Places,
): Protection {
  const there = fetched(async () => {
    const { protection } = await import('./protection')
    return protection(connection, fleet, remembered, places)
  })
  return {
    getSite: async (...given) => (await there()).getSite(...given),
    listPolicies: async (...given) => (await there()).listPolicies(...given),
    listPoliciesInSight: async (...given) => (await there()).listPoliciesInSight(...given),
    saveProtection: async (...given) => (await there()).saveProtection(...given),
    backUpNow: async (...given) => (await there()).backUpNow(...given),
    listBackups: async (...given) => (await there()).listBackups(...given),
    getBackup: async (...given) => (await there()).getBackup(...given),
    restore: async (...given) => (await there()).restore(...given),
  }
}
