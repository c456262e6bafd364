import { useSyncExternalStore } from 'react'

import { session } from '~/api/session'
import type { Actor } from '~/domain/privilege'

const nobody: Actor = { name: '', fullName: null, role: '', tenant: null, may: new Set(), absent: new Set() }

/**
 * The person who works here. A session that ended keeps its person, so that the screen stays while the password is
 * asked again. Before anyone signed in it is a person who may do nothing.
 */
export function useActor(): Actor {
  const current = useSyncExternalStore(session.subscribe, session.get)
  return current.state === 'signed-in' || current.state === 'ended' ? current.actor : nobody
}
