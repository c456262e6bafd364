import type { QueryKey } from '@tanstack/react-query'

import { queryClient } from '../queries'

/**
 * It is so with the questions that were asked, looked at again whenever one of them is answered, or in part; or so many
 * milliseconds have passed.
 */
const untilAsked = (isSo: () => boolean, longest?: number): Promise<void> =>
  new Promise((resolve) => {
    if (isSo()) {
      resolve()
      return
    }
    const stop = queryClient.getQueryCache().subscribe(() => {
      if (isSo()) over()
    })
    const timer = longest === undefined ? undefined : setTimeout(over, longest)
    function over(): void {
      stop()
      clearTimeout(timer)
      resolve()
    }
  })

/** Nothing is being read any more. */
export const allRead = (): Promise<void> => untilAsked(() => queryClient.isFetching() === 0)

/** The first of what a question brings is there, or it failed; or so many milliseconds have passed. */
export const begun = (queryKey: QueryKey, longest: number): Promise<void> =>
  untilAsked(() => {
    const state = queryClient.getQueryState(queryKey)
    return state !== undefined && state.status !== 'pending'
  }, longest)
