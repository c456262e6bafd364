import { serverTime } from '~/api/queries'
import type { EvidenceTable } from '~/domain/evidence'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { type EvidenceList, filterWords, orderWords, readingGaps } from '~/pages/parts/evidence/list'
import { m } from '~/texts/messages'

import { untouched } from './matrix-state'
import { inPolicyOrder, inTenantOrder, type MatrixFilters, type Shown, shownOf } from './matrix-view'

/** Which tenants may use which policies, as the platform has it: a row for each tenant, a column for each policy. */
const matrixTable = ({ rows, columns }: Shown): EvidenceTable => ({
  columns: [
    { key: 'tenant', head: m.tenants_column_tenant() },
    { key: 'tenantId', head: m.evidence_tenant_id(), filesOnly: true },
    ...columns.map(({ id, name }) => ({ key: `policy_${id}`, head: name })),
  ],
  rows: rows.map(({ id, tenant, policyIds }) => ({
    id,
    zone: null,
    cells: [
      tenant.name,
      tenant.id,
      ...columns.map((policy) => (policyIds.includes(policy.id) ? m.evidence_allowed_yes() : m.evidence_allowed_no())),
    ],
  })),
})

/** The table of tenants and policies as the platform has it. What was changed here and not sent yet is left out. */
export function matrixEvidence({
  datacenter,
  allowances,
  policies,
  view,
  reading,
}: {
  readonly datacenter: string
  readonly allowances: readonly Allowance[]
  readonly policies: readonly OfferedPolicy[]
  readonly view: MatrixFilters
  readonly reading: {
    readonly dataUpdatedAt: number
    readonly isRefetchError: boolean
    readonly unreadable: number
  }
}): EvidenceList {
  const all = { rows: inTenantOrder(allowances), columns: inPolicyOrder(policies) }
  const shown = shownOf(all, { ...view, changed: false }, untouched.wishes)
  return {
    title: m.tenants_matrix_document({ name: datacenter }),
    name: [m.tenants_matrix_title(), datacenter],
    table: matrixTable(shown),
    total: all.rows.length,
    filters: [
      ...filterWords(m.tenants_column_tenant(), view.tenant),
      ...filterWords(m.tenants_column_policy(), view.policy),
      ...(view.differing ? [m.tenants_only_differing()] : []),
    ],
    order: orderWords(m.tenants_column_tenant(), 'asc'),
    asOf: serverTime(reading.dataUpdatedAt),
    gaps: [
      ...readingGaps(reading, reading.unreadable),
      ...(shown.columns.length < all.columns.length
        ? [m.evidence_gap_columns({ n: shown.columns.length, total: all.columns.length })]
        : []),
      m.evidence_gap_wishes(),
    ],
    judged: false,
  }
}
