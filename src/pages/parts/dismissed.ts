import { useState } from 'react'

const key = 'holdfast.dismissed'
const kept = 50

/** Storage may be full or blocked; then a message that was dismissed comes back after a reload, and nothing else happens. */
function stored(): readonly string[] {
  try {
    return (sessionStorage.getItem(key) ?? '').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function store(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(key, ids.slice(-kept).join('\n'))
  } catch {
    // Kept in memory only.
  }
}

/** Messages that this person put away in this tab, by the id of what they tell. */
export function useDismissed(): { readonly has: (id: string) => boolean; readonly add: (id: string) => void } {
  const [ids, setIds] = useState(stored)
  return {
    has: (id) => ids.includes(id),
    add: (id) => {
      const next = [...ids, id]
      setIds(next)
      store(next)
    },
  }
}
