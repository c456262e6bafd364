import * as z from 'zod/mini'

import { assumed } from './assumed'
import { backupConfiguration } from './wire'
import {
  collection,
  entity,
  idText,
  links,
  longCollection,
  maybe,
  maybeId,
  maybeNumber,
  maybeRows,
  maybeStamp,
  maybeText,
  maybeTruth,
  nested,
  text,
  whole,
} from './wire-read'

/** What is asked once the list of VMs shows, as in `wire.ts`; what administrators ask is in `wire-admin.ts`. */

// --- errors ---------------------------------------------------------------------------------------------------------

const complaint = z.looseObject({ code: maybeText, message: maybeText })
/** `errors` */
export const errors = z.looseObject({ collection: maybeRows(complaint) })

// --- places ----------------------------------------------------------------------------------------------------------

/** `datacenter` or `publiccloudregion`, as `/cloud/locations/{id}` shows it to tenants. */
export const location = z.looseObject({ id: maybeId, name: maybeText, links })
/** The datacenters that the tenant of this person may use. */
export const locations = collection(location)
/** A datacenter as tenants see it: its backup side is in its links (contract, 5.1). */
export type Location = z.output<typeof location>

/** `backupdatacenterproperties`; which member is which switch says `assumed.properties`. */
export const backupProperties = entity

/** `backupplugintype`; the keys are in `assumed.operations` and `assumed.constraints`. */
export const backupPluginType = z.looseObject({
  type: maybeText,
  name: maybeText,
  constraints: maybe(z.record(text, z.unknown())),
  operations: maybe(z.record(text, z.unknown())),
  links,
})
/** All kinds of backup systems that the platform has a plug-in for (contract, 5.2). */
export const backupPluginTypes = collection(backupPluginType)
/** Keys and words of `constraints` and `operations` stay as they came; `assumed.ts` says which are ours. */
export type BackupPluginType = z.output<typeof backupPluginType>

// --- policies --------------------------------------------------------------------------------------------------------

/** `backuppolicy` */
export const backupPolicy = z.looseObject({
  code: maybeText,
  name: maybeText,
  description: maybeText,
  replication: maybeTruth,
  // Not row by row: a policy with a line that cannot be read must not look like one without that line.
  backupConfigurations: whole(backupConfiguration),
  links,
})
/** The policies of a datacenter; of one with a line that cannot be read nothing is told (contract, 5.4). */
export const backupPolicies = collection(backupPolicy)
/** As it is written: what the simulator answers. */
export type BackupPolicyOnWire = z.input<typeof backupPolicy>
/** As it was read; each configuration says when, what, and which of that the VM decides. */
export type BackupPolicy = z.output<typeof backupPolicy>

// --- parts of a virtual machine --------------------------------------------------------------------------------------

/** `virtualmachinestate` */
export const virtualMachineState = z.looseObject({ state: text })
/** What is sent to power a VM on or off. */
export type VirtualMachineStateOnWire = z.input<typeof virtualMachineState>

/** `harddisk` */
export const hardDisk = z.looseObject({
  id: idText,
  label: maybeText,
  uuid: maybeText,
  sequence: maybeNumber,
  sizeInMb: maybeNumber,
  bootable: maybeTruth,
  links,
})
/** The disks of a VM on its datastore. */
export const hardDisks = collection(hardDisk)
/** A disk as it was read; sizes are MB. */
export type HardDisk = z.output<typeof hardDisk>

/** `volume`: here the size ends in capitals. */
export const volume = z.looseObject({
  id: idText,
  name: maybeText,
  sequence: maybeNumber,
  sizeInMB: maybeNumber,
  bootable: maybeTruth,
  links,
})
/** The disks of a VM on external storage. */
export const volumes = collection(volume)
/** A volume as it was read; sizes are MB. */
export type Volume = z.output<typeof volume>

// --- tasks -----------------------------------------------------------------------------------------------------------

const job = z.looseObject({
  id: maybeId,
  type: maybeText,
  state: maybeText,
  rollbackState: maybeText,
  description: maybeText,
})
/** A step of a task. Types and states are the platform's words (contract, 3.5). */
export type Job = z.output<typeof job>

/** `task`; `taskextended` holds its jobs in `jobsExtended`. */
export const task = z.looseObject({
  taskId: idText,
  type: maybeText,
  state: maybeText,
  ownerId: maybeId,
  timestamp: maybeStamp,
  creationTimestamp: maybeStamp,
  jobs: nested(job),
  jobsExtended: nested(job),
  links,
})
/** The tasks of a VM, in the platform's order. */
export const tasks = collection(task)
/**
 * Work that takes time, as it was read: `ownerId` is the VM, instants count seconds, streams milliseconds (`times.ts`).
 */
export type Task = z.output<typeof task>

// --- results ---------------------------------------------------------------------------------------------------------

/** A restore of a result; its shape is assumed. */
export const backupRestore = z.looseObject({
  id: maybeId,
  status: maybeText,
  creationDate: maybeStamp,
  user: maybeText,
  message: maybeText,
  links,
})
/** One try to bring a result back, as it was read. */
export type BackupRestore = z.output<typeof backupRestore>

/** `backupresult` */
export const backupResult = z.looseObject({
  id: maybeId,
  name: maybeText,
  status: maybeText,
  type: maybeText,
  sizeInMb: maybeNumber,
  creationDate: maybeStamp,
  expirationDate: maybeStamp,
  restores: nested(backupRestore),
  links,
})
/** The results of a VM, a window at a time; that they come by their dates is assumed (`assumed.resultsBy`). */
export const backupResults = longCollection(backupResult, ['self', 'edit', assumed.rel.policy])
/** A backup as it was read; its status is a word of `assumed.status` or one that nobody knows (contract, 4.2). */
export type BackupResult = z.output<typeof backupResult>

// --- events ----------------------------------------------------------------------------------------------------------

/** `event`: names as text, ids as numbers, all in one flat object. */
export const event = z.looseObject({
  id: idText,
  timestamp: maybeStamp,
  severity: maybeText,
  actionPerformed: maybeText,
  component: maybeText,
  performedBy: maybeText,
  user: maybeText,
  enterprise: maybeText,
  datacenter: maybeText,
  virtualDatacenter: maybeText,
  virtualApp: maybeText,
  virtualMachine: maybeText,
  rack: maybeText,
  physicalMachine: maybeText,
  storageSystem: maybeText,
  storagePool: maybeText,
  volume: maybeText,
  network: maybeText,
  subnet: maybeText,
  idVirtualMachine: maybeId,
  idVirtualApp: maybeId,
  idVirtualDatacenter: maybeId,
  stacktrace: maybeText,
})
/** Lines of the trail, a window at a time; none of their links is wanted. */
export const events = longCollection(event, [])
/** A line of the trail as it was read; who may see which says section 9 of the contract. */
export type Event = z.output<typeof event>
