import type { ReadRows } from '~/api/queries/read-on'
import { m } from '~/texts/messages'

/** How many rows a list has, for a sentence: "at least" so many where the platform does not tell. */
export const totalWords = ({ total, untold }: Pick<ReadRows<unknown>, 'total' | 'untold'>): string | number =>
  untold ? m.common_at_least({ n: total }) : total
