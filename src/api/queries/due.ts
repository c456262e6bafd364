import { queryOptions } from '@tanstack/react-query'

import { restingAfter } from '../pace'
import { platform } from '../platform'

/** VMs whose turn has come and that somebody has to back up; null where the platform starts each by itself. */
export const dueVms = () =>
  queryOptions({
    queryKey: ['due'],
    queryFn: ({ signal }) => platform().listDue(signal),
    refetchInterval: ({ state }) => (state.data === null ? false : restingAfter(state, 60_000)),
  })

/** Backups that this page itself drives, and that stop with it. */
export const drivenHere = (): number => platform().drivenHere()
