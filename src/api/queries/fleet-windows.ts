import { queryOptions } from '@tanstack/react-query'

import type { Page } from '~/domain/page'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { platform } from '../platform'
import { fleet, queryClient } from '../queries'

/** Everything of long lists that is on the screen is read again. */
export const refreshLongLists = async (): Promise<void> => {
  await Promise.all(['window', 'found'].map((part) => queryClient.invalidateQueries({ queryKey: ['vms', part] })))
}

/** Rows of a window of a list that is too long to be read whole: about a screen of cards, for each row takes its time. */
export const windowRows = 25

/** Which list: what the platform finds by a text (empty: all), in its own order or from its end. */
export interface LongList {
  readonly text: string
  readonly descending: boolean
}

/** The beginning of the list was read to learn its length. */
function readAlready({ text, descending }: LongList, place: number): Page<VirtualMachine> | undefined {
  const known = descending ? undefined : queryClient.getQueryData(fleet(text).queryKey)
  const end = (place + 1) * windowRows
  if (!known || known.unreadable > 0 || known.rows.length < Math.min(end, known.total)) return undefined
  return { rows: known.rows.slice(place * windowRows, end), total: known.total, unreadable: 0 }
}

/** One window of a long list, by its place from 0. It is given up when it leaves the sight before it came. */
export const fleetWindow = (list: LongList, place: number) =>
  queryOptions({
    queryKey: ['vms', 'window', list, place],
    staleTime: 20_000,
    // Who looks through a hundred thousand VMs does not keep them all.
    gcTime: 60_000,
    queryFn: ({ signal }): Promise<Page<VirtualMachine>> =>
      platform().listVms(
        {
          offset: place * windowRows,
          limit: windowRows,
          ...(list.text !== '' && { text: list.text }),
          ...(list.descending && { descending: true }),
        },
        signal,
      ),
    initialData: () => readAlready(list, place),
    initialDataUpdatedAt: () => queryClient.getQueryState(fleet(list.text).queryKey)?.dataUpdatedAt,
  })
