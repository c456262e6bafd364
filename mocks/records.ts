import * as z from 'zod/mini'

/**
 * The simulator's memory, as schemas: what a browser kept is parsed by them, and a world of an older build that does
 * not fit is replaced. Instants are epoch milliseconds of simulator time.
 */
export const backupTypes = ['COMPLETE', 'SNAPSHOT', 'FILESYSTEM'] as const
export const subtypes = ['DEFINED_HOUR', 'HOURLY', 'DAILY', 'WEEKLY_PLANNED', 'MONTHLY'] as const
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
const taskTypes = [
  'DEPLOY',
  'UNDEPLOY',
  'RECONFIGURE',
  'POWER_ON',
  'POWER_OFF',
  'SHUTDOWN',
  'PAUSE',
  'RESUME',
  'RESET',
  'BACKUP',
  'RESTORE',
] as const
/** What a workflow can hold for approval: work whose effect comes at its end. */
export const heldTypes = ['DEPLOY', 'UNDEPLOY', 'RECONFIGURE'] as const satisfies readonly (typeof taskTypes)[number][]
export type BackupType = (typeof backupTypes)[number]
export type Subtype = (typeof subtypes)[number]
export type Weekday = (typeof weekdays)[number]
export type TaskType = (typeof taskTypes)[number]

/** State without the lock: `LOCKED` is not kept, it follows from what runs. */
const restState = z.enum(['NOT_ALLOCATED', 'ALLOCATED', 'CONFIGURED', 'ON', 'PAUSED', 'OFF', 'UNKNOWN'])
export type RestState = z.infer<typeof restState>

/** A line of a policy with its modes, or the values that a VM gives to it. `null`: left out on the wire. */
const configuration = z.object({
  type: z.enum(backupTypes),
  subtype: z.enum(subtypes),
  time: z.nullable(z.string()),
  days: z.nullable(z.array(z.string())),
  sources: z.nullable(z.array(z.string())),
})
export type Configuration = z.infer<typeof configuration>

const unknownMembers = z.record(z.string(), z.unknown())

/** The members of an entity, of an element or of a line in it, that a client sent and the platform does not know. */
export const foreign = z.optional(unknownMembers)
export const given = z.extend(configuration, { foreign })
export type Given = z.infer<typeof given>

const assignment = z.object({ policyId: z.number(), values: z.array(given), foreign })
export type Assignment = z.infer<typeof assignment>

/** A time in which the backup system held a schedule for the VM. `to` is null while it does. */
const period = z.object({
  n: z.number(),
  policyId: z.number(),
  values: z.array(configuration),
  from: z.number(),
  to: z.nullable(z.number()),
  /** What the policy was then, once it has changed or gone: what ran stays as it ran. */
  past: z.optional(z.object({ name: z.string(), replication: z.boolean(), configurations: z.array(configuration) })),
})
export type Period = z.infer<typeof period>

const disk = z.object({
  id: z.number(),
  uuid: z.string(),
  label: z.nullable(z.string()),
  mb: z.number(),
  controller: z.enum(['SCSI', 'IDE', 'VIRTIO']),
  boot: z.boolean(),
})
export type Disk = z.infer<typeof disk>

const volume = z.object({ id: z.number(), name: z.string(), mb: z.number() })

/** A backup outside any schedule: asked for by a person, or an odd one of the seeded world. */
const manualBackup = z.object({
  id: z.number(),
  start: z.number(),
  end: z.number(),
  /** The backup system's word once it ended. */
  word: z.string(),
  cause: z.nullable(z.string()),
  replicated: z.boolean(),
  mb: z.number(),
  name: z.string(),
  type: z.enum(backupTypes),
  expires: z.nullable(z.number()),
  /** Still listed although it expired: the backup system has not cleaned up. */
  overdue: z.boolean(),
})
export type ManualBackup = z.infer<typeof manualBackup>

const restore = z.object({
  id: z.number(),
  resultId: z.number(),
  start: z.number(),
  end: z.number(),
  word: z.string(),
  cause: z.nullable(z.string()),
  userId: z.number(),
})
export type Restore = z.infer<typeof restore>

/** What a PUT of the whole entity may change. */
const edit = z.object({
  label: z.string(),
  description: z.string(),
  cpu: z.number(),
  coresPerSocket: z.number(),
  ramMb: z.number(),
  assignments: z.array(assignment),
  disks: z.array(disk),
  volumes: z.array(volume),
  ips: z.array(z.string()),
  extra: unknownMembers,
})
export type Edit = z.infer<typeof edit>

/** What a task does when it ends well. */
const effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('state'), to: restState }),
  z.object({ kind: z.literal('deploy') }),
  z.object({ kind: z.literal('undeploy'), thenDelete: z.boolean() }),
  z.object({ kind: z.literal('reconfigure'), edit }),
  z.object({ kind: z.literal('backup'), id: z.number() }),
  z.object({ kind: z.literal('restore'), id: z.number() }),
])
export type Effect = z.infer<typeof effect>

const task = z.object({
  id: z.string(),
  type: z.enum(taskTypes),
  /** `null`: the platform itself. */
  userId: z.nullable(z.number()),
  start: z.number(),
  end: z.number(),
  jobs: z.array(z.object({ id: z.string(), type: z.string(), what: z.string() })),
  /** Index of the job that fails, or null when all goes well. */
  failsAt: z.nullable(z.number()),
  cause: z.nullable(z.string()),
  effect,
  settled: z.boolean(),
  acknowledged: z.boolean(),
  /** It waits until a person lets it go on: nothing of it happens. */
  held: z.optional(z.literal(true)),
  /** How long it waited so, in milliseconds. */
  heldFor: z.optional(z.number()),
  cancelled: z.optional(z.literal(true)),
})
export type Task = z.infer<typeof task>

export const vm = z.object({
  id: z.number(),
  tenantId: z.number(),
  vdcId: z.number(),
  vappId: z.number(),
  ownerId: z.number(),
  uuid: z.string(),
  template: z.string(),
  state: restState,
  guard: z.nullable(z.object({ cause: z.nullable(z.string()) })),
  ...edit.shape,
  periods: z.array(period),
  manual: z.array(manualBackup),
  restores: z.array(restore),
  tasks: z.array(task),
  /** Since when its backups fail, and why. */
  trouble: z.nullable(z.object({ from: z.number(), cause: z.string() })),
  /** Since when the backup system has run none of the schedules that it held then, without a word. */
  silentSince: z.nullable(z.number()),
  /** The backup system refuses every change of its schedule: shows the roll-back. */
  refusesSchedule: z.boolean(),
})
export type Vm = z.infer<typeof vm>

export const event = z.object({
  id: z.number(),
  at: z.number(),
  severity: z.enum(['INFO', 'WARN', 'ERROR']),
  /** `<ENTITY>_<ACTION>` */
  action: z.string(),
  component: z.string(),
  userId: z.nullable(z.number()),
  tenantId: z.nullable(z.number()),
  datacenterId: z.nullable(z.number()),
  vmId: z.nullable(z.number()),
  vmName: z.nullable(z.string()),
  text: z.string(),
})
export type WorldEvent = z.infer<typeof event>
