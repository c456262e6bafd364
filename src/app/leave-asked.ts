import { useSyncExternalStore } from 'react'

import { drivenHere } from '~/api/queries'
import { session } from '~/api/session'
import { isUnsaved } from '~/ui/unsaved'

import { leave } from './leave'

/** What would be lost by signing out. */
export interface LeaveLoss {
  /** Backups that would stop. */
  readonly backups: number
  /** Something on the page is not saved. */
  readonly unsaved: boolean
}

/** What the question is about; null: nobody asks. */
let asked: LeaveLoss | null = null
const listeners = new Set<() => void>()

function become(loss: LeaveLoss | null): void {
  asked = loss
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What would be lost by signing out, while that is asked; else null. */
export const useLeaveAsked = (): LeaveLoss | null => useSyncExternalStore(subscribe, () => asked)

/** Signs out; where backups would stop with this page, or something on it is not saved, it is asked first. */
export function askToLeave(): void {
  const loss: LeaveLoss = { backups: drivenHere(), unsaved: isUnsaved() }
  if (loss.backups > 0 || loss.unsaved) become(loss)
  else void leave()
}

export const stay = (): void => become(null)

export function leaveAll(): void {
  become(null)
  void leave()
}

// A page that is closed stops them too; the browser asks in its own words.
addEventListener('beforeunload', (event) => {
  // One that is closed while it starts drives nothing, and has no platform to ask yet.
  if (session.get().state !== 'starting' && drivenHere() > 0) event.preventDefault()
})
