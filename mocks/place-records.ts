import * as z from 'zod/mini'

import { configuration } from './records'

/** Datacenters and what they offer, tenants and people: the part of the simulator's memory that its VMs stand on. */
export const properties = z.object({
  severalPolicies: z.boolean(),
  changeWhileDeployed: z.boolean(),
  severalRestores: z.boolean(),
  manualBackup: z.boolean(),
})
export type Properties = z.infer<typeof properties>

export const manager = z.object({
  id: z.number(),
  name: z.string(),
  type: z.string(),
  endpoint: z.string(),
  user: z.string(),
  /** Whether the platform has the plug-in's code at hand. */
  loaded: z.boolean(),
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
  configurations: z.array(configuration),
})
export type Policy = z.infer<typeof policy>

/** What a tenant may use of a datacenter. */
export const limit = z.object({
  id: z.number(),
  tenantId: z.number(),
  datacenterId: z.number(),
  policyIds: z.array(z.number()),
})
export type Limit = z.infer<typeof limit>

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
export interface User {
  readonly id: number
  readonly nick: string
  readonly name: string
  readonly surname: string
  readonly tenantId: number
  readonly role: string
  readonly roleId: number
  /** For the sign-in page. */
  readonly about: string
  readonly privileges: ReadonlySet<string>
  /** `null`: every virtual datacenter of the tenant. */
  readonly vdcIds: readonly number[] | null
}
