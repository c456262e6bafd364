import type { PlannedRuns } from '~/domain/planned-hours'
import { m } from '~/texts/messages'

/**
 * How many runs are to come until an instant. While some VMs have runs whose time nobody here knows, the number is that
 * of the known ones: none of these does not mean that nothing runs.
 * @param time The instant on the shown clock, with its zone.
 */
export function nextWords({ runs, untold }: PlannedRuns, until: Date, time: string): string {
  const n = runs.filter(({ at }) => at <= until).length
  if (n > 0) return untold > 0 ? m.overview_next_known({ n, time }) : m.overview_next({ n, time })
  return untold > 0 ? m.overview_next_none_known({ time }) : m.overview_next_none({ time })
}
