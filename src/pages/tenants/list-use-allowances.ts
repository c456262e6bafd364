import { useQueries, useQuery } from '@tanstack/react-query'

import type { ApiError } from '~/api/error'
import { datacenters } from '~/api/queries/infrastructure'
import { allowances } from '~/api/queries/tenants'
import type { Datacenter } from '~/domain/datacenter'
import type { Allowance } from '~/domain/tenant'
import { useActor } from '~/pages/parts/use-actor'

/** What all tenants may use, a question for each datacenter. */
export interface AllAllowances {
  /** Of the datacenters that could be read; null when none could. */
  readonly allowances: readonly Allowance[] | null
  readonly places: readonly Datacenter[]
  /** `unseen`: this person may not ask for a whole datacenter; `none`: the platform has no such thing. */
  readonly state: 'none' | 'reading' | 'read' | 'partly-read' | 'unseen' | 'failed'
  readonly error: ApiError | null
  readonly retry: () => void
}

/** Who sees only tenants, and no infrastructure, asks tenant by tenant: that is for the page of one. */
export function useAllAllowances(): AllAllowances {
  const { may, allowances: given } = useActor()
  const none = given === 'none'
  const sees = !none && may.has('infrastructure.view')
  const places = useQuery({ ...datacenters(), enabled: sees })
  const rows = places.data?.rows ?? []
  const readings = useQueries({ queries: rows.map(({ id }) => allowances(id)) })
  const error = places.error ?? readings.find((reading) => reading.error)?.error ?? null
  const known = readings.flatMap(({ data }) => (data ? [data.rows] : []))
  const whole = places.data !== undefined && known.length === rows.length
  const refused = !sees || (known.length === 0 && error?.kind === 'forbidden')
  const waiting = places.isPending || readings.some(({ isPending }) => isPending)
  return {
    allowances: refused || known.length === 0 ? null : known.flat(),
    places: rows,
    state: none
      ? 'none'
      : refused
        ? 'unseen'
        : waiting
          ? 'reading'
          : whole
            ? 'read'
            : known.length > 0
              ? 'partly-read'
              : 'failed',
    error,
    retry: () => {
      if (!places.data) void places.refetch()
      for (const reading of readings) if (!reading.data) void reading.refetch()
    },
  }
}
