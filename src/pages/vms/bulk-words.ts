import type { BulkCounts, BulkJob, BulkLineState } from '~/domain/bulk-job'
import type { BulkOrder, BulkVerdict } from '~/domain/bulk-plan'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import type { Shape, Tone } from '~/ui/state-mark'

/** How far a job is, in numbers and words; what there is none of is left out. */
export const countWords = ({ done, failed, unknown, waiting, sending, skipped }: BulkCounts): string =>
  formatList(
    [
      done > 0 && m.bulk_count_done({ n: done }),
      failed > 0 && m.bulk_count_failed({ n: failed }),
      unknown > 0 && m.bulk_count_unknown({ n: unknown }),
      waiting + sending > 0 && m.bulk_count_waiting({ n: waiting + sending }),
      skipped > 0 && m.bulk_count_skipped({ n: skipped }),
    ].filter((part) => part !== false),
  )

/** What a job does, as a title. */
export function jobTitle({ order: { action, policy } }: BulkJob): string {
  if (action === 'backup') return m.bulk_run_backup()
  const named = { policy: policy?.name ?? '' }
  return action === 'assign' ? m.bulk_run_assign(named) : m.bulk_run_remove(named)
}

interface Look {
  readonly tone: Tone
  readonly shape: Shape
  readonly words: () => string
}

export const lineLooks: Readonly<Record<BulkLineState['at'], Look>> = {
  waiting: { tone: 'neutral', shape: 'clock', words: m.bulk_line_waiting },
  sending: { tone: 'running', shape: 'running', words: m.bulk_line_sending },
  done: { tone: 'good', shape: 'check', words: m.bulk_line_done },
  failed: { tone: 'bad', shape: 'cross', words: m.bulk_line_failed },
  unknown: { tone: 'unknown', shape: 'question', words: m.bulk_line_unknown },
  skipped: { tone: 'neutral', shape: 'dash', words: m.bulk_line_skipped },
}

/** The state of a line in words: what the platform accepted as a task is not done yet. */
export const lineWords = (state: BulkLineState): string =>
  state.at === 'done' && state.task !== null ? m.bulk_line_accepted() : lineLooks[state.at].words()

export const verdictKinds = ['run', 'values', 'skip', 'already'] as const

export const verdictLooks: Readonly<Record<(typeof verdictKinds)[number], Look>> = {
  run: { tone: 'good', shape: 'play', words: m.bulk_verdict_run },
  values: { tone: 'warning', shape: 'alert', words: m.bulk_verdict_values },
  skip: { tone: 'neutral', shape: 'dash', words: m.bulk_verdict_skip },
  already: { tone: 'neutral', shape: 'check', words: m.bulk_verdict_already },
}

/** Why a VM that is so already is left alone. */
export const alreadyWords = (action: BulkOrder['action']): string =>
  action === 'assign' ? m.bulk_already_assigned() : m.bulk_already_removed()

export const cannotWords = (why: Extract<BulkVerdict, { kind: 'cannot' }>['why']): string =>
  why === 'untold' ? m.bulk_untold() : m.bulk_not_offered()
