import { queryClient } from '~/api/queries'
import { m } from '~/texts/messages'
import { dismiss, notify } from '~/ui/notify'

/** Milliseconds after which waiting for the answer to a write is longer than usual. */
const usualWait = 10_000

/**
 * Says of whatever is sent that it goes on, once its answer is awaited for long, and what leaving means for it; takes that
 * back with the answer. One place for all writes, in front of dialogs too. Called once.
 */
export function watchWrites(): void {
  const sent = queryClient.getMutationCache()
  let said: string | null = null
  let next: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    clearTimeout(next)
    const begun = sent.getAll().flatMap(({ state }) => (state.status === 'pending' ? [state.submittedAt] : []))
    const left = Math.min(...begun) + usualWait - Date.now()
    if (left <= 0) said ??= notify({ tone: 'overdue', title: m.common_sending_long(), text: m.common_sending_text() })
    else if (said !== null) {
      dismiss(said)
      said = null
    }
    if (left > 0 && begun.length > 0) next = setTimeout(look, left)
  }
  sent.subscribe(look)
}
