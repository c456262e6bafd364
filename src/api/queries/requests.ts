import { queryOptions } from '@tanstack/react-query'

import { platform } from '../platform'
import type { Describe } from '../port'
import type { ToldRequest } from '../told-request'

export { forgetRequests, type RequestAnswer, sentRequests, type SentRequest } from '../sent-requests'
export type { Describe } from '../port'
export { passwordPlaceholder, tokenPlaceholder, type ToldRequest } from '../told-request'

/** What the platform is called, and the address of its API. */
export const aboutPlatform = (): { readonly name: string; readonly address: string } => platform().about

/** What a write would send now, told once. */
export const tellOnce = (ask: (describe: Describe) => Promise<ToldRequest>): Promise<ToldRequest> =>
  ask(platform().describe)

/**
 * What a write would send now.
 * @param key Everything that the request depends on.
 */
export const described = (key: readonly unknown[], ask: (describe: Describe) => Promise<ToldRequest>) =>
  queryOptions({
    queryKey: ['described', ...key],
    queryFn: () => ask(platform().describe),
    // Each time someone looks; never by itself.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
