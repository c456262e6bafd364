import type { QueryKey } from '@tanstack/react-query'

import { queryClient } from '../queries'

/** The first of what a question brings is there, or it failed; or so many milliseconds have passed. */
export function begun(queryKey: QueryKey, longest: number): Promise<void> {
  const isThere = (): boolean => {
    const state = queryClient.getQueryState(queryKey)
    return state !== undefined && state.status !== 'pending'
  }
  if (isThere()) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const stop = queryClient.getQueryCache().subscribe(() => {
      if (isThere()) end()
    })
    const timer = setTimeout(end, longest)
  })
}
