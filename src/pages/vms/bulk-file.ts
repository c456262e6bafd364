import { serverNow } from '~/api/queries'
import { type BulkJob, type BulkLineState, lineState } from '~/domain/bulk-job'
import { policyOf } from '~/domain/bulk-plan'
import type { CsvCell } from '~/domain/csv'
import { downloadCsv, fileName } from '~/pages/parts/download'
import { lineLooks } from '~/pages/parts/run/line-looks'
import { m } from '~/texts/messages'

import { jobTitle, lineKind } from './bulk-words'

const actionWords = { backup: m.bulk_file_backup, assign: m.bulk_file_assign, remove: m.bulk_file_remove } as const

/** Why, when it was answered, and what runs for it. */
function detailsOf(state: BulkLineState): readonly CsvCell[] {
  switch (state.at) {
    case 'waiting':
    case 'sending':
      return [null, null, null, null]
    case 'done':
      return [null, null, state.task, new Date(state.time)]
    case 'unknown':
      return [m.bulk_unknown_text(), null, null, new Date(state.since)]
    case 'failed':
    case 'skipped': {
      const { title, detail, next, code } = state.said
      return [[title, detail, next].filter((part) => part !== null).join(' '), code, null, new Date(state.time)]
    }
  }
}

/** What became of each VM of a job, a row for each. */
function jobRows(job: BulkJob): readonly (readonly CsvCell[])[] {
  const { order } = job
  return [
    [
      m.bulk_column_vm(),
      m.bulk_file_vm_id(),
      m.bulk_column_datacenter(),
      m.bulk_column_tenant(),
      m.bulk_file_action(),
      m.bulk_file_policy(),
      m.bulk_file_result(),
      m.bulk_file_message(),
      m.bulk_file_code(),
      m.bulk_file_task(),
      m.bulk_file_time(),
    ],
    ...job.lines.map((line) => {
      const state = lineState(job, line.id)
      const about = [
        line.name,
        line.id,
        line.datacenter,
        line.tenant,
        actionWords[order.action](),
        policyOf(order)?.name ?? null,
      ]
      return [...about, lineLooks[lineKind(state)].words(), ...detailsOf(state)]
    }),
  ]
}

/** Hands what became of each VM to the browser as a file. */
export const downloadJob = (job: BulkJob): void =>
  downloadCsv(fileName([m.bulk_file(), jobTitle(job)], new Date(serverNow()), 'csv'), jobRows(job))
