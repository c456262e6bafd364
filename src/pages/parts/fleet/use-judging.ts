import { useQuery } from '@tanstack/react-query'

import { atRest } from '~/ui/at-rest'

import type { Judging } from './fleet-rows'

/** The rule that judges VMs, fetched once it is wanted and then kept: a list does not wait for it. Null until then. */
export function useJudging(wanted: boolean): Judging | null {
  const { data } = useQuery({
    queryKey: ['judging'],
    queryFn: async () => {
      await atRest()
      return import('./judging')
    },
    enabled: wanted,
    staleTime: 'static',
    gcTime: Infinity,
    structuralSharing: false,
  })
  return data ?? null
}
