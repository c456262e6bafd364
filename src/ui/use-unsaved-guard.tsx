import { type ReactNode, useEffect } from 'react'
import { type Location, useBlocker } from 'react-router'

import { m } from '~/texts/messages'

import { ConfirmDialog } from './confirm'
import { holdUnsaved } from './unsaved'

interface UnsavedQuestion {
  /** The question stands open: it takes Escape for itself. */
  readonly asking: boolean
  /** Someone wants to go elsewhere: it is asked, or they are on their way there. */
  readonly leaving: boolean
  readonly question: ReactNode
}

/**
 * Guards what was typed and not saved: leaving the page inside the console asks once, so does signing out; closing or
 * reloading the window asks in the browser's own words. A change of the search part alone is no leaving.
 * @param sending It is on its way to be saved: leaving loses it only where it is refused. Once it is saved, whoever was asked
 *   leaves.
 * @param words What else is said of that.
 * @param part The key of the search part that says what is open, where a part of a page is guarded: to change it is to
 *   leave, by the browser's own way back too.
 */
export function useUnsavedGuard(
  dirty: boolean,
  sending: boolean,
  { part, words }: { readonly part?: string; readonly words?: ReactNode } = {},
): UnsavedQuestion {
  const openIn = ({ search }: Location): string | null => (part ? new URLSearchParams(search).get(part) : null)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && (currentLocation.pathname !== nextLocation.pathname || openIn(currentLocation) !== openIn(nextLocation)),
  )
  useEffect(() => {
    if (!dirty) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const release = holdUnsaved()
    window.addEventListener('beforeunload', ask)
    return () => {
      release()
      window.removeEventListener('beforeunload', ask)
    }
  }, [dirty])
  const asking = blocker.state === 'blocked'
  const { proceed } = blocker
  useEffect(() => {
    if (!dirty) proceed?.()
  }, [dirty, proceed])
  return {
    asking,
    leaving: blocker.state !== 'unblocked',
    question: (
      <ConfirmDialog
        opened={asking}
        title={sending ? m.common_sending_title() : m.common_unsaved_title()}
        confirmLabel={sending ? m.common_sending_leave() : m.common_unsaved_leave()}
        cancelLabel={m.common_unsaved_stay()}
        onConfirm={() => proceed?.()}
        onClose={() => blocker.reset?.()}
        tone="danger"
      >
        {sending ? m.common_sending_text() : m.common_unsaved_text()}
        {sending && words}
      </ConfirmDialog>
    ),
  }
}

/** The guard of a whole page. */
export const UnsavedGuard = ({
  dirty,
  sending,
  children,
}: {
  readonly dirty: boolean
  readonly sending: boolean
  /** What else is said while it is on its way. */
  readonly children?: ReactNode
}): ReactNode => useUnsavedGuard(dirty, sending, { words: children }).question
