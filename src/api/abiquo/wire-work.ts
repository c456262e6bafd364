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
export const locations = collection(location)
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
export const backupPluginTypes = collection(backupPluginType)
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
export const backupPolicies = collection(backupPolicy)
export type BackupPolicyOnWire = z.input<typeof backupPolicy>
export type BackupPolicy = z.output<typeof backupPolicy>

// --- parts of a virtual machine --------------------------------------------------------------------------------------

/** `virtualmachinestate` */
export const virtualMachineState = z.looseObject({ state: text })
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
export const hardDisks = collection(hardDisk)
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
export const volumes = collection(volume)
export type Volume = z.output<typeof volume>

// --- tasks -----------------------------------------------------------------------------------------------------------

const job = z.looseObject({
  id: maybeId,
  type: maybeText,
  state: maybeText,
  rollbackState: maybeText,
  description: maybeText,
})
export type JobOnWire = z.input<typeof job>
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
export const tasks = collection(task)
export type TaskOnWire = z.input<typeof task>
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
export const backupResults = longCollection(backupResult, ['self', 'edit', assumed.rel.policy])
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
export const events = longCollection(event, [])
export type Event = z.output<typeof event>
