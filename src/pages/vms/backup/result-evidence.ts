import { type History, isWhole } from '~/api/queries/backups'
import type { Backup } from '~/domain/backup'
import type { EvidenceTable } from '~/domain/evidence'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { type EvidenceList, filterWords, orderWords, readingGaps } from '~/pages/parts/evidence/list'
import { totalWords } from '~/pages/parts/total-words'
import { m } from '~/texts/messages'
import { outcomeWords } from '~/texts/states'

import type { ResultColumn, ResultView } from './result-view'

/** The backups of a VM as data; each row names its VM, so that files of several can be laid together. */
const resultTable = (vm: VirtualMachine, backups: readonly Backup[]): EvidenceTable => ({
  columns: [
    { key: 'createdAt', head: m.results_date() },
    { key: 'name', head: m.results_name() },
    { key: 'id', head: m.evidence_id(), filesOnly: true },
    { key: 'policy', head: m.evidence_policy() },
    { key: 'type', head: m.results_type() },
    { key: 'sizeMb', head: m.evidence_size_mb() },
    { key: 'sizeText', head: m.evidence_size_text(), filesOnly: true },
    { key: 'status', head: m.results_status() },
    { key: 'statusText', head: m.evidence_state_text(), filesOnly: true },
    { key: 'expiresAt', head: m.timeline_expires() },
    { key: 'restores', head: m.evidence_restores() },
    { key: 'failedRestores', head: m.evidence_restores_failed() },
    { key: 'vm', head: m.evidence_vm(), filesOnly: true },
    { key: 'vmUuid', head: m.evidence_vm_uuid(), filesOnly: true },
    { key: 'vmId', head: m.evidence_vm_id(), filesOnly: true },
  ],
  rows: backups.map((backup) => ({
    id: backup.id,
    zone: vm.timeZone,
    cells: [
      backup.createdAt,
      backup.name,
      backup.id,
      backup.policy?.name ?? null,
      backup.typeText,
      // A failed backup holds nothing: its size of zero says nothing either.
      backup.outcome === 'failed' && backup.sizeMb === 0 ? null : backup.sizeMb,
      backup.sizeText ?? null,
      outcomeWords(backup),
      backup.statusText,
      backup.expiresAt,
      backup.restores.length,
      backup.restores.filter(({ outcome }) => outcome === 'failed').length,
      vm.name,
      vm.uuid,
      vm.id,
    ],
  })),
})

const columnWords: Readonly<Record<ResultColumn, () => string>> = {
  date: m.results_date,
  name: m.results_name,
  type: m.results_type,
  size: m.results_size,
  status: m.results_status,
  expires: m.timeline_expires,
}

const outcomeNames = {
  good: m.results_outcome_good,
  running: m.results_outcome_running,
  failed: m.results_outcome_failed,
  unknown: m.results_outcome_unknown,
} as const

interface Reading {
  readonly isRefetchError: boolean
}

/** The results of a VM as they are shown. */
export const resultEvidence = ({
  vm,
  shown,
  history,
  view,
  reading,
}: {
  readonly vm: VirtualMachine
  readonly shown: readonly Backup[]
  readonly history: History
  readonly view: ResultView
  readonly reading: Reading
}): EvidenceList => ({
  title: m.vm_document_title({ part: m.results_document_title(), name: vm.name }),
  name: [m.results_document_title(), vm.name],
  table: resultTable(vm, shown),
  total: history.untold ? null : history.total - history.unreadable,
  filters: [
    ...filterWords(m.results_filter_text(), view.text),
    ...filterWords(m.results_status(), view.outcome && outcomeNames[view.outcome]()),
    ...filterWords(m.results_filter_type(), view.type),
    ...(view.restorable ? [m.results_filter_restorable()] : []),
  ],
  order: orderWords(columnWords[view.by](), view.descending ? 'desc' : 'asc'),
  asOf: history.asOf,
  gaps: [
    ...readingGaps(reading, history.unreadable),
    ...(isWhole(history)
      ? []
      : [m.evidence_gap_looked_through({ n: history.rows.length, total: totalWords(history) })]),
  ],
  judged: false,
})
