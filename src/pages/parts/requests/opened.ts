/** Which requests are shown. */
export interface RequestsSight {
  /** The list that they brought; null: all that were sent. */
  readonly list: { readonly title: string; readonly reads: readonly string[] } | null
}

let sight: RequestsSight | null = null
const listeners = new Set<() => void>()

function become(next: RequestsSight | null): void {
  sight = next
  for (const listener of listeners) listener()
}

/** What the panel of requests shows, null while it is closed; in the shape that `useSyncExternalStore` takes. */
export const requestsSight = {
  get: (): RequestsSight | null => sight,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Opens the panel of requests: those that brought a list, or all. */
export const openRequests = (list: RequestsSight['list'] = null): void => become({ list })

/** Closes the panel of requests. */
export const closeRequests = (): void => become(null)
