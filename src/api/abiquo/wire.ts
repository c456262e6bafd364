import * as z from 'zod/mini'

import {
  collection,
  links,
  longCollection,
  maybe,
  maybeId,
  maybeNumber,
  maybeRows,
  maybeText,
  maybeTruth,
  text,
  texts,
} from './wire-read'

/**
 * Abiquo's answers to what the list of VMs asks, as we read them; those to other questions are in `wire-work.ts`. All
 * objects keep members that we do not know; members that we know may be missing or null, and words that we do not know stay
 * text. Media type: `application/vnd.abiquo.<name>+json`.
 */
export type { Link } from './wire-read'
export { entity } from './wire-read'

// --- accepted requests ------------------------------------------------------------------------------------------------

/** `acceptedrequest`: its `status` link names the task. */
export const acceptedRequest = z.looseObject({ links, entity: maybe(z.unknown()) })

// --- people ----------------------------------------------------------------------------------------------------------

const privilege = z.looseObject({ id: maybeId, name: text, links })
/** `privileges` */
export const privileges = collection(privilege)
/** Of a privilege the name alone counts, e.g. `VAPP_MANAGE_BACKUP` (contract, 4.1). */
export type Privilege = z.output<typeof privilege>
/** `user`, with `?expand=privileges`. */
export const user = z.looseObject({
  id: maybeId,
  nick: text,
  name: maybeText,
  surname: maybeText,
  privileges: maybe(privileges),
  links,
})
/** Who signed in, with tenant and role as links. */
export type User = z.output<typeof user>

// --- places ----------------------------------------------------------------------------------------------------------

/** `virtualdatacenter` */
export const virtualDatacenter = z.looseObject({ id: maybeId, name: maybeText, links })
/** The list of all in sight: what places VMs that name no location themselves. */
export const virtualDatacenters = longCollection(virtualDatacenter, ['self', 'edit', 'location'])

// --- policies --------------------------------------------------------------------------------------------------------

/** A line of a policy, or the values that a VM gives to it. `period` is the early name of `subtype`. */
export const backupConfiguration = z.looseObject({
  type: maybeText,
  subtype: maybeText,
  period: maybeText,
  time: maybeId,
  days: maybe(texts),
  sources: maybe(texts),
})
/** As it is written: what the simulator answers, and what a save sends. */
export type BackupConfigurationOnWire = z.input<typeof backupConfiguration>
/** As it was read: what is missing is null, which the adapter takes for the mode that `assumed.mode` says. */
export type BackupConfiguration = z.output<typeof backupConfiguration>

/** An element of a VM's `backupPolicies`: a link `policy`, and values for its configurations. */
export const assignedPolicy = z.looseObject({
  code: maybeText,
  name: maybeText,
  backupConfigurations: maybeRows(backupConfiguration),
  links,
})
/** A policy on a VM; which one it is only its link says. */
export type AssignedPolicy = z.output<typeof assignedPolicy>

// --- virtual machines ------------------------------------------------------------------------------------------------

/** `virtualmachine` */
export const virtualMachine = z.looseObject({
  id: maybeId,
  uuid: maybeText,
  name: maybeText,
  label: maybeText,
  description: maybeText,
  cpu: maybeNumber,
  ram: maybeNumber,
  state: maybeText,
  protected: maybeTruth,
  protectedCause: maybeText,
  backupPolicies: maybeRows(assignedPolicy),
  links,
})
/** What `toVm` wants of a VM's forty links. */
export const virtualMachines = longCollection(virtualMachine, [
  'self',
  'edit',
  'location',
  'virtualdatacenter',
  'virtualappliance',
  'enterprise',
  'state',
  'disk',
  'virtualmachinetemplate',
])
/** A VM as it was read. Its state is the platform's word; `ram` counts MB. */
export type VirtualMachine = z.output<typeof virtualMachine>
