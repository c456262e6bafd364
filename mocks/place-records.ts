import * as z from 'zod/mini'

import { foreign, given } from './records'

/** Datacenters and what they offer, tenants and people: the part of the simulator's memory that its VMs stand on. */
const properties = z.object({
  severalPolicies: z.boolean(),
  changeWhileDeployed: z.boolean(),
  severalRestores: z.boolean(),
  manualBackup: z.boolean(),
  foreign,
})
export type Properties = z.infer<typeof properties>

const manager = z.object({
  id: z.number(),
  name: z.string(),
  type: z.string(),
  endpoint: z.string(),
  user: z.string(),
  /** Whether there is one; what it is, the simulator never keeps. */
  secret: z.boolean(),
  /** Whether the platform has the plug-in's code at hand. */
  loaded: z.boolean(),
  foreign,
})
export type Manager = z.infer<typeof manager>

export const datacenter = z.object({
  id: z.number(),
  name: z.string(),
  location: z.string(),
  timeZone: z.string(),
  properties,
  manager: z.nullable(manager),
})
export type Datacenter = z.infer<typeof datacenter>

export const policy = z.object({
  id: z.number(),
  datacenterId: z.number(),
  code: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  replication: z.boolean(),
  configurations: z.array(given),
  foreign,
})
export type Policy = z.infer<typeof policy>

/** What a tenant may use of a datacenter. */
export const limit = z.object({
  id: z.number(),
  tenantId: z.number(),
  datacenterId: z.number(),
  policyIds: z.array(z.number()),
  /** Links that a client sent beside the platform's own; `null` while none was sent: then there is the seeded tier. */
  links: z.nullable(z.array(z.record(z.string(), z.unknown()))),
  foreign,
})
export type Limit = z.infer<typeof limit>

/** A named set of privileges. The platform lets nobody change a blocked one. */
export const role = z.object({
  id: z.number(),
  name: z.string(),
  blocked: z.boolean(),
  privileges: z.array(z.string()),
  foreign,
})
export type Role = z.infer<typeof role>

/** These never change after the seed. */
export interface Tenant {
  readonly id: number
  readonly name: string
}
export interface VirtualDatacenter {
  readonly id: number
  readonly name: string
  readonly tenantId: number
  readonly datacenterId: number
}
export interface VirtualAppliance {
  readonly id: number
  readonly name: string
  readonly vdcId: number
}
export interface Person {
  readonly id: number
  readonly nick: string
  readonly name: string
  readonly surname: string
  readonly tenantId: number
  readonly roleId: number
  /** For the sign-in page. */
  readonly about: string
  /** `null`: every virtual datacenter of the tenant. */
  readonly vdcIds: readonly number[] | null
}

/** A person with the role of now: what it allows follows every change of the role at once. */
export interface User extends Person {
  readonly role: string
  readonly privileges: ReadonlySet<string>
}
