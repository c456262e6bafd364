import type { Ref } from './ref'

/** An organisation whose people use the platform. */
export type Tenant = Ref

/** What a tenant may use of a datacenter: without one it may use nothing there. */
export interface Allowance {
  readonly id: string
  readonly tenant: Ref
  readonly datacenter: Ref
  /** The backup policies that the tenant may use there. */
  readonly policyIds: readonly string[]
}

/** Policies to be allowed to a tenant, and to be withdrawn from it; all others stay as they are. */
export interface AllowanceChange {
  readonly allow: readonly string[]
  readonly withdraw: readonly string[]
}
