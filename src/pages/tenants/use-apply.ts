import { useMutation } from '@tanstack/react-query'

import { ApiError } from '~/api/error'
import { queryClient } from '~/api/queries'
import { changeAllowance } from '~/api/queries/tenants'
import type { AllowanceLine } from '~/domain/allowance-plan'
import { type LineRun, useRunLines } from '~/pages/parts/use-run-lines'

/** Something broke on the way; whether the platform has the change must be looked up. */
const failureOf = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('unknown-outcome', 'A change broke on the way', { cause: error })

/** Sends changes of what tenants may use, a few at a time; the screen is read again once, after the last one. */
export function useApply(): LineRun<AllowanceLine, ApiError> {
  const change = useMutation(changeAllowance())
  return useRunLines({
    send: ({ id, allow, withdraw }) =>
      change.mutateAsync({ id, change: { allow, withdraw } }).then(() => null, failureOf),
    ends: ({ kind }) => kind === 'signed-out' || kind === 'offline',
    rest: (error) => error.rest,
    settle: () => queryClient.invalidateQueries(),
  })
}
