import type { Layout } from '~/pages/parts/fleet/fleet-view'

const key = 'holdfast.vms.layout'

/** The layout that this reader chose last in this browser. Storage may be blocked or hold nonsense: then cards. */
export function storedLayout(): Layout {
  try {
    return localStorage.getItem(key) === 'table' ? 'table' : 'cards'
  } catch {
    return 'cards'
  }
}

/** Remembers the layout where the browser lets us. */
export function storeLayout(layout: Layout): void {
  try {
    localStorage.setItem(key, layout)
  } catch {
    // The address holds it for this visit.
  }
}
