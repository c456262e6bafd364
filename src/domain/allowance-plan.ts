import type { Ref } from './ref'
import type { Allowance, AllowanceChange } from './tenant'

/** What one tenant gains and loses: one whole-entity save on the platform. */
export interface AllowanceLine extends AllowanceChange {
  readonly id: string
  readonly tenant: Ref
  readonly datacenter: Ref
}

/** Whether a tenant is to have a policy, where that differs from what it has: by allowance id, then by policy id. */
export type Wishes = ReadonlyMap<string, ReadonlyMap<string, boolean>>

/** The wishes with one more; a wish for what is there already is none. */
export function withWish(wishes: Wishes, allowance: Allowance, policyId: string, wanted: boolean): Wishes {
  const own = new Map(wishes.get(allowance.id))
  if (allowance.policyIds.includes(policyId) === wanted) own.delete(policyId)
  else own.set(policyId, wanted)
  const next = new Map(wishes)
  if (own.size === 0) next.delete(allowance.id)
  else next.set(allowance.id, own)
  return next
}

/** Whether a tenant would have a policy. */
export const isAllowed = (wishes: Wishes, allowance: Allowance, policyId: string): boolean =>
  wishes.get(allowance.id)?.get(policyId) ?? allowance.policyIds.includes(policyId)

/** What is to be saved, a line for each tenant; what someone else did meanwhile is not done again. */
export function planOf(allowances: readonly Allowance[], wishes: Wishes): readonly AllowanceLine[] {
  return allowances.flatMap(({ id, tenant, datacenter, policyIds }) => {
    const own = [...(wishes.get(id) ?? [])].filter(([policyId, wanted]) => policyIds.includes(policyId) !== wanted)
    const allow = own.flatMap(([policyId, wanted]) => (wanted ? [policyId] : []))
    const withdraw = own.flatMap(([policyId, wanted]) => (wanted ? [] : [policyId]))
    return own.length === 0 ? [] : [{ id, tenant, datacenter, allow, withdraw }]
  })
}

/** How many single policies a plan allows and withdraws. */
export const changesIn = (lines: readonly AllowanceChange[]): number =>
  lines.reduce((sum, { allow, withdraw }) => sum + allow.length + withdraw.length, 0)

/** What of a line is still to be done; null when all of it is there, whoever did it, or when the allowance is gone. */
export function restOf(line: AllowanceLine, allowances: readonly Allowance[]): AllowanceLine | null {
  const now = allowances.find(({ id }) => id === line.id)
  if (!now) return null
  const allow = line.allow.filter((id) => !now.policyIds.includes(id))
  const withdraw = line.withdraw.filter((id) => now.policyIds.includes(id))
  return allow.length + withdraw.length === 0 ? null : { ...line, allow, withdraw }
}

/** The wishes without those for some allowances. */
export const withoutWishesFor = (wishes: Wishes, ids: ReadonlySet<string>): Wishes =>
  new Map([...wishes].filter(([id]) => !ids.has(id)))
