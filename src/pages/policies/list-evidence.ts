import { serverTime } from '~/api/queries'
import type { Datacenter } from '~/domain/datacenter'
import type { EvidenceTable } from '~/domain/evidence'
import { type EvidenceList, filterWords, orderWords, readingGaps } from '~/pages/parts/evidence/list'
import type { UsageReading } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'

import type { PolicyRow } from './list-rows'
import { showWords } from './list-toolbar'
import type { SortKey, View } from './list-view'

const unfitWords = (row: PolicyRow): string | null =>
  row.unfit
    .flatMap((verdict) => {
      const words = explain(verdict)
      return words.ok ? [] : [words.because]
    })
    .join('; ') || null

const replicationWords = (replicates: boolean | null): string =>
  replicates === null ? m.evidence_unknown() : replicates ? m.evidence_yes() : m.evidence_no()

/** The policies of a datacenter as data, with who uses them and who may; what is not known is empty. */
const policyTable = (rows: readonly PolicyRow[]): EvidenceTable => ({
  columns: [
    { key: 'name', head: m.offers_name() },
    { key: 'code', head: m.offers_code(), beneath: 'name' },
    { key: 'id', head: m.evidence_id(), filesOnly: true },
    { key: 'description', head: m.evidence_description(), filesOnly: true },
    { key: 'does', head: m.offers_does() },
    { key: 'replicates', head: m.evidence_replicates() },
    { key: 'unfit', head: m.evidence_unfit() },
    { key: 'vms', head: m.offers_vms() },
    { key: 'usedBy', head: m.evidence_used_by() },
    { key: 'allowedTo', head: m.evidence_allowed() },
  ],
  rows: rows.map((row) => ({
    id: row.id,
    zone: null,
    cells: [
      row.policy.name,
      row.policy.code,
      row.policy.id,
      row.policy.description,
      row.sentences.map(({ words }) => words).join('; '),
      replicationWords(row.policy.replication),
      unfitWords(row),
      row.usage?.vms.length ?? null,
      row.usage?.tenants.map(({ name }) => name).join('; ') ?? null,
      row.allowed?.map(({ name }) => name).join('; ') ?? null,
    ],
  })),
})

const sortNames: Readonly<Record<SortKey, () => string>> = {
  name: m.offers_name,
  code: m.offers_code,
  vms: m.offers_vms,
  tenants: m.offers_tenants,
}

/** What is not known beside the policies themselves. */
const sightGaps = (usage: UsageReading['state'], allowed: boolean): readonly string[] => [
  ...(usage === 'unseen' || usage === 'failed' ? [m.evidence_gap_usage_none()] : []),
  ...(usage === 'reading' || usage === 'partly-read' ? [m.evidence_gap_usage()] : []),
  ...(allowed ? [] : [m.evidence_gap_allowed()]),
]

/** The policies of a datacenter as they are shown. */
export const policyEvidence = ({
  datacenter,
  shown,
  total,
  view,
  usage,
  allowed,
  reading,
}: {
  readonly datacenter: Datacenter
  readonly shown: readonly PolicyRow[]
  readonly total: number
  readonly view: View
  readonly usage: UsageReading['state']
  /** Whether it is known which tenants may use what. */
  readonly allowed: boolean
  readonly reading: {
    readonly dataUpdatedAt: number
    readonly isRefetchError: boolean
    readonly unreadable: number
  }
}): EvidenceList => ({
  title: m.offers_document_title({ part: m.offers_title(), datacenter: datacenter.name }),
  name: [m.offers_title(), datacenter.name],
  table: policyTable(shown),
  total,
  filters: [
    ...filterWords(m.offers_search(), view.text),
    ...(view.show === 'all' ? [] : filterWords(m.offers_show(), showWords[view.show]())),
  ],
  order: orderWords(sortNames[view.sort.key](), view.sort.direction),
  asOf: serverTime(reading.dataUpdatedAt),
  gaps: [...readingGaps(reading, reading.unreadable), ...sightGaps(usage, allowed)],
  judged: false,
})
