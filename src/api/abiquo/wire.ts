import * as z from 'zod/mini'

import {
  collection,
  entity,
  idText,
  links,
  maybe,
  maybeRows,
  nested,
  numeric,
  stamp,
  text,
  texts,
  truth,
  whole,
} from './wire-read'

/**
 * Abiquo's answers as we read them. All objects keep members that we do not know; members that we know may be missing or
 * null, and words that we do not know stay text. Media type: `application/vnd.abiquo.<name>+json`.
 */
export type { Link } from './wire-read'
export { entity } from './wire-read'

// --- errors, accepted requests ---------------------------------------------------------------------------------------

const complaint = z.looseObject({ code: maybe(text), message: maybe(text) })
/** `errors` */
export const errors = z.looseObject({ collection: maybeRows(complaint) })

/** `acceptedrequest`: its `status` link names the task. */
export const acceptedRequest = z.looseObject({ links, entity: maybe(z.unknown()) })

// --- people ----------------------------------------------------------------------------------------------------------

const privilege = z.looseObject({ id: maybe(idText), name: text, links })
/** `privileges` */
export const privileges = collection(privilege)
export type Privilege = z.output<typeof privilege>
/** `user`, with `?expand=privileges`. */
export const user = z.looseObject({
  id: maybe(idText),
  nick: text,
  name: maybe(text),
  surname: maybe(text),
  privileges: maybe(privileges),
  links,
})
export type User = z.output<typeof user>

// --- places ----------------------------------------------------------------------------------------------------------

/** `datacenter` or `publiccloudregion`, as `/cloud/locations/{id}` shows it to tenants. */
export const location = z.looseObject({ id: maybe(idText), name: maybe(text), links })
export const locations = collection(location)
export type Location = z.output<typeof location>

/** `virtualdatacenter` */
export const virtualDatacenter = z.looseObject({ id: maybe(idText), name: maybe(text), links })
export const virtualDatacenters = collection(virtualDatacenter)

/** `backupdatacenterproperties`; which member is which switch says `assumed.properties`. */
export const backupProperties = entity

/** `backupplugintype`; the keys are in `assumed.operations` and `assumed.constraints`. */
export const backupPluginType = z.looseObject({
  type: maybe(text),
  name: maybe(text),
  constraints: maybe(z.record(text, z.unknown())),
  operations: maybe(z.record(text, z.unknown())),
  links,
})
export const backupPluginTypes = collection(backupPluginType)
export type BackupPluginType = z.output<typeof backupPluginType>

// --- policies --------------------------------------------------------------------------------------------------------

/** A line of a policy, or the values that a VM gives to it. `period` is the early name of `subtype`. */
export const backupConfiguration = z.looseObject({
  type: maybe(text),
  subtype: maybe(text),
  period: maybe(text),
  time: maybe(idText),
  days: maybe(texts),
  sources: maybe(texts),
})
export type BackupConfigurationOnWire = z.input<typeof backupConfiguration>
export type BackupConfiguration = z.output<typeof backupConfiguration>

/** `backuppolicy` */
export const backupPolicy = z.looseObject({
  code: maybe(text),
  name: maybe(text),
  description: maybe(text),
  replication: maybe(truth),
  // Not row by row: a policy with a line that cannot be read must not look like one without that line.
  backupConfigurations: whole(backupConfiguration),
  links,
})
export const backupPolicies = collection(backupPolicy)
export type BackupPolicyOnWire = z.input<typeof backupPolicy>
export type BackupPolicy = z.output<typeof backupPolicy>

/** An element of a VM's `backupPolicies`: a link `policy`, and values for its configurations. */
export const assignedPolicy = z.looseObject({
  code: maybe(text),
  name: maybe(text),
  backupConfigurations: maybeRows(backupConfiguration),
  links,
})
export type AssignedPolicy = z.output<typeof assignedPolicy>

// --- virtual machines ------------------------------------------------------------------------------------------------

/** `virtualmachine` */
export const virtualMachine = z.looseObject({
  id: maybe(idText),
  uuid: maybe(text),
  name: maybe(text),
  label: maybe(text),
  description: maybe(text),
  cpu: maybe(numeric),
  ram: maybe(numeric),
  state: maybe(text),
  protected: maybe(truth),
  protectedCause: maybe(text),
  backupPolicies: maybeRows(assignedPolicy),
  links,
})
export const virtualMachines = collection(virtualMachine)
export type VirtualMachine = z.output<typeof virtualMachine>

/** `virtualmachinestate` */
export const virtualMachineState = z.looseObject({ state: text })
export type VirtualMachineStateOnWire = z.input<typeof virtualMachineState>

/** `harddisk` */
export const hardDisk = z.looseObject({
  id: idText,
  label: maybe(text),
  uuid: maybe(text),
  sequence: maybe(numeric),
  sizeInMb: maybe(numeric),
  bootable: maybe(truth),
  links,
})
export const hardDisks = collection(hardDisk)
export type HardDisk = z.output<typeof hardDisk>

/** `volume`: here the size ends in capitals. */
export const volume = z.looseObject({
  id: idText,
  name: maybe(text),
  sequence: maybe(numeric),
  sizeInMB: maybe(numeric),
  bootable: maybe(truth),
  links,
})
export const volumes = collection(volume)
export type Volume = z.output<typeof volume>

// --- tasks -----------------------------------------------------------------------------------------------------------

const job = z.looseObject({
  id: maybe(idText),
  type: maybe(text),
  state: maybe(text),
  rollbackState: maybe(text),
  description: maybe(text),
})
export type JobOnWire = z.input<typeof job>
export type Job = z.output<typeof job>

/** `task`; `taskextended` holds its jobs in `jobsExtended`. */
export const task = z.looseObject({
  taskId: idText,
  type: maybe(text),
  state: maybe(text),
  ownerId: maybe(idText),
  timestamp: maybe(stamp),
  creationTimestamp: maybe(stamp),
  jobs: nested(job),
  jobsExtended: nested(job),
  links,
})
export const tasks = collection(task)
export type TaskOnWire = z.input<typeof task>
export type Task = z.output<typeof task>

// --- results ---------------------------------------------------------------------------------------------------------

/** A restore of a result; its shape is assumed. */
export const backupRestore = z.looseObject({
  id: maybe(idText),
  status: maybe(text),
  creationDate: maybe(stamp),
  user: maybe(text),
  message: maybe(text),
  links,
})
export type BackupRestore = z.output<typeof backupRestore>

/** `backupresult` */
export const backupResult = z.looseObject({
  id: maybe(idText),
  name: maybe(text),
  status: maybe(text),
  type: maybe(text),
  sizeInMb: maybe(numeric),
  creationDate: maybe(stamp),
  expirationDate: maybe(stamp),
  restores: nested(backupRestore),
  links,
})
export const backupResults = collection(backupResult)
export type BackupResult = z.output<typeof backupResult>

// --- events ----------------------------------------------------------------------------------------------------------

/** `event`: names as text, ids as numbers, all in one flat object. */
export const event = z.looseObject({
  id: idText,
  timestamp: maybe(stamp),
  severity: maybe(text),
  actionPerformed: maybe(text),
  component: maybe(text),
  performedBy: maybe(text),
  user: maybe(text),
  enterprise: maybe(text),
  datacenter: maybe(text),
  virtualDatacenter: maybe(text),
  virtualApp: maybe(text),
  virtualMachine: maybe(text),
  idVirtualMachine: maybe(idText),
  idVirtualApp: maybe(idText),
  idVirtualDatacenter: maybe(idText),
  stacktrace: maybe(text),
})
export const events = collection(event)
export type Event = z.output<typeof event>
