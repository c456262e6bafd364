import type { ProtectionState } from '~/domain/protection'
import type { Shape, Tone } from '~/ui/state-mark'

/** Tone and shape of each state of protection; the words are `protectionWords`. */
export const protectionLooks: Readonly<Record<ProtectionState, { readonly tone: Tone; readonly shape: Shape }>> = {
  overdue: { tone: 'overdue', shape: 'hourglass' },
  'at-risk': { tone: 'warning', shape: 'shield-alert' },
  'not-protected': { tone: 'warning', shape: 'shield-off' },
  scheduled: { tone: 'neutral', shape: 'shield-clock' },
  protected: { tone: 'good', shape: 'shield-check' },
  running: { tone: 'running', shape: 'running' },
  failed: { tone: 'bad', shape: 'shield-cross' },
  restoring: { tone: 'running', shape: 'restore' },
  unknown: { tone: 'unknown', shape: 'question' },
}
