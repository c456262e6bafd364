import { ApiError } from '../error'
import { parsed } from '../in-shape'
import type { Platform } from '../port'
import type { Connection } from './connection'
import { datacenterParts } from './datacenter-parts'
import { changedPolicy, newPolicy } from './from-policy'
import { placeId, policyPath } from './ids'
import { readAll, toPage } from './read-all'
import { stale } from './stale'
import { toOfferedPolicy } from './to-policy'
import { entity } from './wire'
import { backupPolicies, backupPolicy } from './wire-work'

/** The policies that a datacenter offers, as its administrators keep them. */
export function offeredPolicies(connection: Connection) {
  const { addresses, read, save, remove } = connection
  const partOf = datacenterParts(connection)

  const policiesOf = (datacenterId: string, signal?: AbortSignal): Promise<string> =>
    partOf(datacenterId, 'backuppolicies', 'backuppolicies', signal)

  return {
    listOfferedPolicies: async (datacenterId, signal) => {
      const start = await policiesOf(datacenterId, signal)
      const found = await readAll(connection, start, 'backuppolicies', backupPolicies, signal)
      return toPage(found, (policy) => toOfferedPolicy(addresses, policy))
    },
    createPolicy: async (datacenterId, draft) => {
      const body = newPolicy(draft)
      const path = await policiesOf(datacenterId)
      const created = await save({ method: 'POST', path, entity: 'backuppolicy', body })
      if (created === null) throw new ApiError('unknown-outcome', 'The platform does not say which policy it made')
      return placeId(created)
    },
    changePolicy: async (_datacenterId, policyId, draft, basedOn) => {
      const path = policyPath(policyId)
      const policy = await read(path, 'backuppolicy', entity)
      const before = toOfferedPolicy(addresses, parsed(backupPolicy, policy, 'backuppolicy'))
      if (before.revision !== basedOn) throw stale('this policy')
      await save({ method: 'PUT', path, entity: 'backuppolicy', body: changedPolicy(policy, before, draft) })
    },
    deletePolicy: (_datacenterId, policyId) => remove(policyPath(policyId)),
  } satisfies Partial<Platform>
}
