import { useQuery } from '@tanstack/react-query'

/** The rule that judges VMs, fetched once it is wanted and then kept: a list does not wait for it. Null until then. */
export function useJudging(wanted: boolean): typeof import('./judging') | null {
  const { data } = useQuery({
    queryKey: ['judging'],
    queryFn: () => import('./judging'),
    enabled: wanted,
    staleTime: 'static',
    gcTime: Infinity,
    structuralSharing: false,
  })
  return data ?? null
}
