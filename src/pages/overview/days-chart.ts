import type { OutcomesOfDays } from '~/api/queries/trail'
import type { CalendarDay } from '~/domain/fleet-day'
import type { ChartTable } from '~/pages/parts/chart/chart-panel'
import { formatInstant, formatNumber } from '~/texts/format'
import { formatTick } from '~/texts/format-tick'
import { m } from '~/texts/messages'
import { type BarChart, scaleUpTo } from '~/ui/chart/chart-model'

import { countsOf, type DayCounts, type DaySight, sightOf } from './days-counts'

/** From the bottom of a bar up. */
const parts = [
  ['good', m.overview_days_good, 'good'],
  ['partial', m.overview_days_some, 'over'],
  ['failed', m.overview_days_failed, 'bad'],
  ['unclear', m.overview_days_unclear, 'unclear'],
] as const

/** Over a bar whose numbers are not the whole. */
const signs: Readonly<Record<DaySight, string>> = { whole: '', least: '≥', unknown: '?' }

interface ToldDay {
  readonly key: string
  readonly name: string
  readonly tick: string
  readonly counts: DayCounts
  readonly sight: DaySight
  /** The numbers in words, without the day. */
  readonly what: string
  readonly words: string
}

function whatOf(counts: DayCounts, sight: DaySight): string {
  if (sight === 'unknown') return m.overview_days_unknown()
  const told = m.overview_days_counts({
    good: formatNumber(counts.good),
    partial: formatNumber(counts.partial),
    failed: formatNumber(counts.failed),
    unclear: formatNumber(counts.unclear),
  })
  return sight === 'least' ? m.overview_days_counts_least({ counts: told }) : told
}

/** What the trail says of each day, in numbers and in words. */
export const toldDays = (
  days: readonly CalendarDay[],
  { outcomes, wholeSince }: OutcomesOfDays,
  zone: string,
): readonly ToldDay[] =>
  days.map((day) => {
    const name = formatInstant(day.from, zone, 'day')
    const counts = countsOf(day, outcomes)
    const sight = sightOf(day, counts, wholeSince)
    const what = whatOf(counts, sight)
    const tick = formatTick(day.from, zone, 'weekday')
    return {
      key: String(day.number),
      name,
      tick,
      counts,
      sight,
      what,
      words: m.overview_days_point({ day: name, what }),
    }
  })

const totalOf = ({ counts }: ToldDay): number => parts.reduce((sum, [part]) => sum + counts[part], 0)

/** The days as bars. */
export const daysChart = (told: readonly ToldDay[]): BarChart => ({
  kind: 'bars',
  series: parts.map(([key, label, ink]) => ({ key, label: label(), ink })),
  points: told.map(({ key, name, tick, counts, sight, what, words }) => ({
    key,
    name,
    tick,
    sign: signs[sight],
    told: sight === 'whole' ? null : what,
    words,
    values: parts.map(([part]) => counts[part]),
  })),
  group: null,
  limit: null,
  scale: scaleUpTo(Math.max(...told.map(totalOf))),
  format: formatNumber,
})

/** One number of the table; what is not known is no zero. */
function cellOf({ counts, sight }: ToldDay, part: keyof DayCounts): number | string {
  if (sight === 'whole') return counts[part]
  return sight === 'least' ? m.overview_days_least_n({ n: formatNumber(counts[part]) }) : m.overview_days_unknown()
}

/** The same numbers as a table, for who does not look at bars. */
export const daysTable = (told: readonly ToldDay[]): ChartTable => ({
  head: [m.overview_days_day(), ...parts.map(([, label]) => label())],
  rows: told.map((day) => ({ key: day.key, name: day.name, values: parts.map(([part]) => cellOf(day, part)) })),
})
