import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { compareWords } from '~/texts/order'
import { fold, hasWords, searchWords } from '~/texts/search'

/** What of the table is shown. All of it lives in the address. */
export interface MatrixView {
  /** A part of a tenant's name. */
  readonly tenant: string
  /** A part of a policy's name or code. */
  readonly policy: string
  /** Only tenants and policies with changes that are not sent yet. */
  readonly changed: boolean
  /** Only policies that some of the tenants shown have, and some have not. */
  readonly differing: boolean
  /** On a phone: one policy with all tenants, or one tenant with all policies. */
  readonly by: 'policy' | 'tenant'
  /** Its id; null: the first one. */
  readonly one: string | null
}

/** Reads the address; anything that it does not know is left out. */
export const readMatrixView = (params: URLSearchParams): MatrixView => ({
  tenant: params.get('tenant') ?? '',
  policy: params.get('policy') ?? '',
  changed: params.get('changed') === 'yes',
  differing: params.get('differing') === 'yes',
  by: params.get('by') === 'tenant' ? 'tenant' : 'policy',
  one: params.get('one'),
})

/** Writes an address without what goes without saying. */
export function writeMatrixView(view: MatrixView): URLSearchParams {
  const params = new URLSearchParams()
  if (view.tenant !== '') params.set('tenant', view.tenant)
  if (view.policy !== '') params.set('policy', view.policy)
  if (view.changed) params.set('changed', 'yes')
  if (view.differing) params.set('differing', 'yes')
  if (view.by === 'tenant') params.set('by', 'tenant')
  if (view.one !== null) params.set('one', view.one)
  return params
}

/** The part of the view that leaves out rows and columns. */
export type MatrixFilters = Pick<MatrixView, 'tenant' | 'policy' | 'changed' | 'differing'>

/** Whether it leaves out any. */
export const isFiltered = ({ tenant, policy, changed, differing }: MatrixFilters): boolean =>
  tenant.trim() !== '' || policy.trim() !== '' || changed || differing

const holds = (text: string, part: string): boolean => hasWords(fold(text), searchWords(part))

/** Tenants by their names. */
export const inTenantOrder = (rows: readonly Allowance[]): readonly Allowance[] =>
  rows.toSorted((a, b) => compareWords(a.tenant.name, b.tenant.name))

/** Policies by their names. */
export const inPolicyOrder = (policies: readonly OfferedPolicy[]): readonly OfferedPolicy[] =>
  policies.toSorted((a, b) => compareWords(a.name, b.name))

/** Whether a tenant is to get, or to lose, a policy. */
export const isChanged = (wishes: Wishes, allowance: Allowance, policyId: string): boolean =>
  isAllowed(wishes, allowance, policyId) !== allowance.policyIds.includes(policyId)

/** The rows and columns of the table, in their order. */
export interface Shown {
  readonly rows: readonly Allowance[]
  readonly columns: readonly OfferedPolicy[]
}

/** The rows and columns that the filters let through, in the order they came. */
export function shownOf({ rows, columns }: Shown, view: MatrixFilters, wishes: Wishes): Shown {
  const named = rows.filter(({ tenant }) => holds(tenant.name, view.tenant))
  const written = columns.filter(({ name, code }) => holds(`${name}\n${code}`, view.policy))
  const keptRows = view.changed ? named.filter((row) => written.some(({ id }) => isChanged(wishes, row, id))) : named
  const keptColumns = written
    .filter(({ id }) => !view.changed || keptRows.some((row) => isChanged(wishes, row, id)))
    .filter(({ id }) => {
      if (!view.differing) return true
      const allowed = keptRows.filter((row) => isAllowed(wishes, row, id)).length
      return allowed > 0 && allowed < keptRows.length
    })
  return { rows: keptRows, columns: keptColumns }
}
