import { type BulkJob, type BulkLineState, countJob, lineState } from '~/domain/bulk-job'
import type { BulkOrder, BulkVerdict } from '~/domain/bulk-plan'
import type { LineKind } from '~/pages/parts/run/line-looks'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import type { Shape, Tone } from '~/ui/state-mark'

/** How far a job is, in numbers and words; what there is none of is left out. */
export function countWords(job: BulkJob): string {
  const { done, failed, unknown, waiting, sending, skipped } = countJob(job)
  const accepted = acceptedIn(job)
  return formatList(
    [
      done > accepted && m.bulk_count_done({ n: done - accepted }),
      accepted > 0 && m.bulk_count_accepted({ n: accepted }),
      failed > 0 && m.bulk_count_failed({ n: failed }),
      unknown > 0 && m.bulk_count_unknown({ n: unknown }),
      sending > 0 && m.bulk_count_sending({ n: sending }),
      waiting > 0 && m.bulk_count_waiting({ n: waiting }),
      skipped > 0 && m.bulk_count_skipped({ n: skipped }),
    ].filter((part) => part !== false),
  )
}

/** How many lines the platform accepted as work of its own. */
export const acceptedIn = (job: BulkJob): number =>
  job.lines.filter(({ id }) => lineKind(lineState(job, id)) === 'accepted').length

/** What a job does, as a title. */
export function jobTitle({ order }: BulkJob): string {
  if (order.action === 'backup') return m.bulk_run_backup()
  const named = { policy: order.policy.name }
  return order.action === 'assign' ? m.bulk_run_assign(named) : m.bulk_run_remove(named)
}

interface Look {
  readonly tone: Tone
  readonly shape: Shape
  readonly words: () => string
}

/** What became of a line: what the platform accepted as a task is not done yet. */
export const lineKind = (state: BulkLineState): LineKind =>
  state.at === 'done' && state.task !== null ? 'accepted' : state.at

/** In the order of the dry run. */
export const verdictKinds = ['run', 'values', 'skip', 'already'] as const

/** How an order would end for a VM, as it is marked. */
export const verdictLooks: Readonly<Record<(typeof verdictKinds)[number], Look>> = {
  run: { tone: 'good', shape: 'play', words: m.bulk_verdict_run },
  values: { tone: 'warning', shape: 'alert', words: m.bulk_verdict_values },
  skip: { tone: 'neutral', shape: 'dash', words: m.bulk_verdict_skip },
  already: { tone: 'neutral', shape: 'check', words: m.bulk_verdict_already },
}

/** Why a VM that is so already is left alone. */
export const alreadyWords = (action: BulkOrder['action']): string =>
  action === 'assign' ? m.bulk_already_assigned() : m.bulk_already_removed()

/** Why a VM cannot take the order: its policies are not told, or the policy is not offered there. */
export const cannotWords = (why: Extract<BulkVerdict, { kind: 'cannot' }>['why']): string =>
  why === 'untold' ? m.bulk_untold() : m.bulk_not_offered()
