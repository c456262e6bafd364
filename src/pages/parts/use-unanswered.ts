import { type MutationFilters, useMutationState } from '@tanstack/react-query'

import { queryClient } from '~/api/queries'
import { askedKey } from '~/api/queries/protection'
import type { Asked } from '~/domain/trace'

/** A write that nobody knows the end of. */
interface Unanswered {
  /** This device's clock when it was sent, in epoch milliseconds. */
  readonly sentAt: number
  /** Someone looked, and it is settled. */
  readonly settle: () => void
}

/**
 * The newest request of a kind that was sent for a VM and never answered, also when its window was closed since: whoever
 * comes back to send another is told first (reliability R2). Null: there is none.
 * @param reset Forgets what the window itself sent last.
 */
export function useUnanswered(vmId: string, what: Asked, reset?: () => void): Unanswered | null {
  const filters: MutationFilters = {
    mutationKey: askedKey(vmId, what),
    status: 'error',
    predicate: ({ state }) => state.error?.kind === 'unknown-outcome',
  }
  const sentAt = useMutationState({ filters, select: ({ state }) => state.submittedAt }).at(-1)
  if (sentAt === undefined) return null
  const settle = (): void => {
    const cache = queryClient.getMutationCache()
    for (const one of cache.findAll(filters)) cache.remove(one)
    reset?.()
  }
  return { sentAt, settle }
}
