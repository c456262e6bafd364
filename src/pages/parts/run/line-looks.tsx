import { m } from '~/texts/messages'
import { type Shape, StateMark, type Tone } from '~/ui/state-mark'

interface Look {
  readonly tone: Tone
  readonly shape: Shape
  readonly words: () => string
}

/**
 * What can become of one line of a change. `accepted`: the platform took it and works on it; `unknown`: it was sent and
 * no answer came; `skipped`: it was left out for a reason; `not-sent`: someone stopped before it.
 */
export type LineKind = 'waiting' | 'sending' | 'accepted' | 'done' | 'failed' | 'unknown' | 'skipped' | 'not-sent'

/** How each looks and is called, wherever many things are changed. */
export const lineLooks: Readonly<Record<LineKind, Look>> = {
  waiting: { tone: 'neutral', shape: 'clock', words: m.bulk_line_waiting },
  sending: { tone: 'running', shape: 'running', words: m.bulk_line_sending },
  accepted: { tone: 'good', shape: 'check', words: m.bulk_line_accepted },
  done: { tone: 'good', shape: 'check', words: m.bulk_line_done },
  failed: { tone: 'bad', shape: 'cross', words: m.bulk_line_failed },
  unknown: { tone: 'unknown', shape: 'question', words: m.bulk_line_unknown },
  skipped: { tone: 'neutral', shape: 'dash', words: m.bulk_line_skipped },
  'not-sent': { tone: 'neutral', shape: 'dash', words: m.bulk_line_not_sent },
}

/** What became of one line: a shape and words. */
export function LineMark({ kind }: { readonly kind: LineKind }) {
  const { tone, shape, words } = lineLooks[kind]
  return <StateMark tone={tone} shape={shape} label={words()} />
}
