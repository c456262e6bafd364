import { type Call, needOne, type Route, seesAll } from './call'
import type { Datacenter, Manager } from './place-records'
import { refuse } from './refusal'
import type { Side } from './wire-objects/link'
import { datacenterOf } from './world'

/** Datacenters that the caller's tenant has limits in. */
export const locations = (call: Call): readonly Datacenter[] =>
  [...call.world.datacenters.values()].filter(
    ({ id }) =>
      seesAll(call.person) ||
      [...call.world.limits.values()].some(
        (limit) => limit.tenantId === call.person.tenantId && limit.datacenterId === id,
      ),
  )

/** The datacenter of the path; 404 on the tenant's side where it has no limits. */
export function placeInPath(call: Call, side: Side): Datacenter {
  const datacenter = datacenterOf(call.world, call.param('datacenter'))
  if (side === 'cloud' && !locations(call).includes(datacenter)) throw refuse('DC-0')
  return datacenter
}

/** BC-40: the datacenter's backup manager, by the id in the path. */
export function managerInPath(call: Call): { readonly datacenter: Datacenter; readonly manager: Manager } {
  const datacenter = placeInPath(call, 'admin')
  const { manager } = datacenter
  if (manager?.id !== call.param('manager')) throw refuse('BC-40')
  return { datacenter, manager }
}

/** Wraps handlers, so that one of the privileges is asked for before anything else is looked at. */
export const allowedTo =
  (...privileges: readonly string[]) =>
  (answer: Route['answer']): Route['answer'] =>
  (call) => {
    needOne(call, ...privileges)
    return answer(call)
  }

/** What a datacenter's backups are set up with: reads and writes alike. */
export const backupAdministrators = allowedTo('PHYS_DC_ALLOW_BACKUP_CONFIG')
