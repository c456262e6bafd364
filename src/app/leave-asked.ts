import { useSyncExternalStore } from 'react'

import { drivenHere } from '~/api/queries'
import { session } from '~/api/session'

import { leave } from './leave'

/** How many backups the question is about; null: nobody asks. */
let asked: number | null = null
const listeners = new Set<() => void>()

function become(n: number | null): void {
  asked = n
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How many backups would stop by signing out, while that is asked; else null. */
export const useLeaveAsked = (): number | null => useSyncExternalStore(subscribe, () => asked)

/** Signs out; where backups would stop with this page, it is asked first. */
export function askToLeave(): void {
  const n = drivenHere()
  if (n > 0) become(n)
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
