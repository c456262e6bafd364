import type { WorstLoss } from '~/domain/worst-loss'

import { formatDuration } from './format'
import { m } from './messages'

/** How much could be lost by a plan, in a sentence. */
export function lossWords(loss: WorstLoss): string {
  switch (loss.kind) {
    case 'at-most':
      return m.policies_loss({ time: formatDuration(loss.ms) })
    case 'once':
      return m.policies_loss_once()
    case 'unknown':
      return m.policies_loss_unknown()
  }
}
