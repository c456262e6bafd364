import * as z from 'zod/mini'

import { heldTypes } from './records'

/** How a test or a curious developer bends the simulator: bodies of the calls under `/simulator`, outside the API. */

/** `POST /simulator/clock`: exactly one of them. Time only runs forward; `reset` takes it back. */
export const clockChange = z.union([
  z.strictObject({ /** Milliseconds. */ skip: z.number().check(z.nonnegative()) }),
  z.strictObject({ /** ISO 8601 with an offset. */ now: z.string() }),
  z.strictObject({ /** Simulator seconds in a real one. */ speed: z.number().check(z.positive()) }),
])

/** `POST /simulator/reset`: a fresh world. What is left out stays as it is; the clock goes back to the device's. */
export const resetRequest = z.strictObject({
  fleet: z.optional(z.number().check(z.nonnegative())),
  seed: z.optional(z.number()),
  now: z.optional(z.string()),
})

/** One rule of trouble. The first rule that matches a request and is not used up counts. */
export const faultRule = z.strictObject({
  method: z.optional(z.string()),
  /** Start of the path below the API's address, or a pattern in which `*` is one segment and `**` any rest. */
  path: z.optional(z.string()),
  /** Answered instead of what the platform would say. */
  status: z.optional(z.number()),
  body: z.optional(z.enum(['errors', 'html', 'empty', 'garbage'])),
  /** Code and text of an `errors` body. */
  code: z.optional(z.string()),
  message: z.optional(z.string()),
  /** How many matching requests are let through first. */
  after: z.optional(z.number()),
  /** How often; always when it is left out. */
  times: z.optional(z.number()),
  /** Real milliseconds before the answer. */
  delayMs: z.optional(z.number()),
  /** The request never arrives. */
  drop: z.optional(z.boolean()),
  /** The request is carried out, and its answer never comes. */
  dropAfter: z.optional(z.boolean()),
})
export type FaultRule = z.infer<typeof faultRule>

/** `POST /simulator/faults`: replaces all rules; `endSessions` makes the next call a 401 and ends every session. */
export const faultsChange = z.strictObject({
  rules: z.optional(z.array(faultRule)),
  endSessions: z.optional(z.boolean()),
})
export type FaultsChange = z.infer<typeof faultsChange>

const datacenterChange = z.strictObject({
  severalPolicies: z.optional(z.boolean()),
  changeWhileDeployed: z.optional(z.boolean()),
  severalRestores: z.optional(z.boolean()),
  manualBackup: z.optional(z.boolean()),
  /** Type of the plug-in, e.g. `AVAMAR`; `null` takes the backup manager away. */
  plugin: z.optional(z.nullable(z.string())),
  /** False: the platform has no code for it (BC-38). */
  pluginLoaded: z.optional(z.boolean()),
})

/** `POST /simulator/settings`. `fleet` and `seed` make a new world, as a reset does. */
export const settingsChange = z.strictObject({
  fleet: z.optional(z.number().check(z.nonnegative())),
  seed: z.optional(z.number()),
  /** Milliseconds of simulator time between two polls of the backup system. */
  checkDelayMs: z.optional(z.number().check(z.positive())),
  /** Scheduled backups are told in the trail under the action of the scheduler that places VMs. */
  schedulerTells: z.optional(z.boolean()),
  /** It answers as 3.10 did: in media types up to 3, with results in the metadata of VMs, and no word of planned backups. */
  early: z.optional(z.boolean()),
  /** Results that the VM with the longest history has beside those of its schedule: one every quarter of an hour. */
  results: z.optional(z.int().check(z.nonnegative(), z.maximum(100_000))),
  /** The kinds of work that wait for approval from now on, until someone with WORKFLOW_OVERRIDE decides. */
  held: z.optional(z.array(z.enum(heldTypes))),
  /** Real milliseconds that every answer takes. */
  latencyMs: z.optional(z.number().check(z.nonnegative())),
  /** Texts that every answer says otherwise, wherever they stand: names of anything. Until the simulator starts anew. */
  texts: z.optional(z.record(z.string().check(z.minLength(1)), z.string())),
  /** By name of the datacenter. */
  datacenters: z.optional(z.record(z.string(), datacenterChange)),
  faults: z.optional(faultsChange),
})
export type SettingsChange = z.infer<typeof settingsChange>

/** `GET /simulator/clock` */
export interface ClockReport {
  readonly now: string
  readonly speed: number
}

/** `GET /simulator/settings` */
export interface SettingsReport {
  readonly fleet: number
  readonly seed: number
  readonly vms: number
  readonly checkDelayMs: number
  readonly schedulerTells: boolean
  readonly early: boolean
  readonly results: number
  readonly held: readonly string[]
  readonly latencyMs: number
  readonly datacenters: readonly {
    readonly name: string
    readonly timeZone: string
    readonly plugin: string | null
    readonly pluginLoaded: boolean
    readonly severalPolicies: boolean
    readonly changeWhileDeployed: boolean
    readonly severalRestores: boolean
    readonly manualBackup: boolean
  }[]
  readonly faults: readonly FaultRule[]
}

/** `GET /simulator/people`: for the sign-in page. The password of each is the nick, unless another one is named. */
export interface PersonReport {
  readonly nick: string
  readonly name: string
  readonly role: string
  readonly tenant: string
  readonly about: string
  readonly password?: string
  /** What the platform asks for besides, by the console's names of it. */
  readonly more?: Readonly<Record<string, string>>
}
