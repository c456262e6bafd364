import { useSyncExternalStore } from 'react'

import { drivenHere } from '~/api/queries/due'
import { session } from '~/api/session'

import { leave } from './leave'

/** What would be lost by signing out. */
export interface LeaveLoss {
  /** Backups that would stop. */
  readonly backups: number
  /** Something on the page is not saved. */
  readonly unsaved: boolean
  /** Something in another tab is not saved, or would stop: signing out is signing out there too. */
  readonly elsewhere: boolean
}

/** What the question is about; null: nobody asks. */
let asked: LeaveLoss | null = null
const listeners = new Set<() => void>()

/** Asks before it is lost; null: nothing is asked any more. */
export function askAbout(loss: LeaveLoss | null): void {
  asked = loss
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What would be lost by signing out, while that is asked; else null. */
export const useLeaveAsked = (): LeaveLoss | null => useSyncExternalStore(subscribe, () => asked)

/** The answer no: nothing happens. */
export const stay = (): void => askAbout(null)

/** The answer yes: signs out, whatever is lost by it. */
export function leaveAll(): void {
  askAbout(null)
  void leave()
}

// A page that is closed stops them too; the browser asks in its own words.
addEventListener('beforeunload', (event) => {
  // One that is closed while it starts drives nothing, and has no platform to ask yet.
  if (session.get().state !== 'starting' && drivenHere() > 0) event.preventDefault()
})
