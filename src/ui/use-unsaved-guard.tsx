import { useEffect } from 'react'
import { useBlocker } from 'react-router'

import { m } from '~/texts/messages'

import { ConfirmDialog } from './confirm'
import { holdUnsaved } from './unsaved'

/**
 * Guards what was typed and not saved: leaving the page inside the console asks once, so does signing out; closing or
 * reloading the window asks in the browser's own words. A change of the search part alone is no leaving.
 */
export function UnsavedGuard({ dirty }: { readonly dirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
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
  return (
    <ConfirmDialog
      opened={blocker.state === 'blocked'}
      title={m.common_unsaved_title()}
      confirmLabel={m.common_unsaved_leave()}
      cancelLabel={m.common_unsaved_stay()}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
      tone="danger"
    >
      {m.common_unsaved_text()}
    </ConfirmDialog>
  )
}
