import { type FocusEvent, type ReactNode, useRef, useState } from 'react'

import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'

type Field = HTMLInputElement | HTMLTextAreaElement

const written: ReadonlySet<string> = new Set(['text', 'email', 'number', 'password', 'url'])

/** Whether people write in it what would be lost; a search is typed again in a moment. */
const isField = (target: EventTarget): target is Field =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && written.has(target.type))

interface AskFirst {
  /** For Escape, the cross and a press outside; whoever presses Cancel has decided. */
  readonly onClose: () => void
  /** For what holds the fields. */
  readonly onFocus: (event: FocusEvent) => void
  /** The question stands open: it takes Escape for itself. */
  readonly asking: boolean
  /** To be drawn beside the dialog. */
  readonly question: ReactNode
}

/**
 * What was typed in a dialog is not lost by a slip: as long as a field holds something else than when it was entered,
 * closing asks first.
 * @param changed There is something to lose that no field knows of.
 * @param sending What was typed is on its way: nothing of it can be lost any more, and closing takes none of it back.
 */
export function useAskFirst(close: () => void, { changed = false, sending = false }): AskFirst {
  const [asking, setAsking] = useState(false)
  const entered = useRef(new Map<Field, string>())
  const isTyped = (): boolean =>
    !sending &&
    (changed || Array.from(entered.current).some(([field, before]) => field.isConnected && field.value !== before))
  const leave = (): void => {
    setAsking(false)
    entered.current.clear()
    close()
  }
  return {
    // In the next turn: the question would take the same Escape for a no.
    onClose: () => (isTyped() ? void setTimeout(() => setAsking(true)) : leave()),
    onFocus: ({ target }) => {
      if (isField(target) && !entered.current.has(target)) entered.current.set(target, target.value)
    },
    asking,
    question: (
      <ConfirmDialog
        opened={asking}
        title={m.session_typed_title()}
        confirmLabel={m.session_typed_close()}
        cancelLabel={m.session_typed_stay()}
        tone="danger"
        onConfirm={leave}
        onClose={() => setAsking(false)}
      >
        {m.session_typed_text()}
      </ConfirmDialog>
    ),
  }
}
