import { useQuery } from '@tanstack/react-query'

import { type OutcomesOfDays, outcomesOfDays } from '~/api/queries/trail'
import { seesEnds } from '~/domain/failure-sight'
import { type CalendarDay, daysUpTo } from '~/domain/fleet-day'
import { localDayOf } from '~/domain/local-day'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { useNow } from '~/ui/use-now'

import { ChartPanel } from './chart-panel'
import { ColumnChart } from './column-chart'

import classes from './chart.module.css'

const week = 7
const legend = [
  ['good', m.overview_days_good],
  ['failed', m.overview_days_failed],
  ['unclear', m.overview_days_unclear],
] as const

function countsOf({ from, to }: CalendarDay, { outcomes }: OutcomesOfDays) {
  const counts = { good: 0, failed: 0, unclear: 0 }
  for (const { at, outcome } of outcomes) {
    if (at < from || at >= to || outcome === 'running') continue
    counts[outcome === 'unknown' ? 'unclear' : outcome] += 1
  }
  return counts
}

/** What a day says: of one that the trail does not reach in full, no number is the whole. */
function wordsOf(day: CalendarDay, name: string, counts: ReturnType<typeof countsOf>, { wholeSince }: OutcomesOfDays) {
  if (wholeSince !== null && wholeSince <= day.from) return m.overview_days_point({ day: name, ...counts })
  const some = counts.good + counts.failed + counts.unclear > 0
  return some ? m.overview_days_least({ day: name, ...counts }) : m.overview_days_unknown({ day: name })
}

/** How many backups ended well and how many failed on each of the last days, as the trail tells. */
export function DaysPanel() {
  const zone = useClock()
  const now = useNow(60_000)
  const sees = seesEnds(useActor())
  const days = daysUpTo(zone, localDayOf(zone, now), week)
  const from = days[0]?.from.getTime() ?? 0
  const to = days.at(-1)?.to.getTime() ?? 0
  const read = useQuery({ ...outcomesOfDays(from, to), enabled: sees })
  const found = read.data
  const counted = found
    ? days.map((day) => {
        const name = formatInstant(day.from, zone, 'day')
        const counts = countsOf(day, found)
        return { name, counts, words: wordsOf(day, name, counts, found) }
      })
    : []
  const table = found
    ? {
        head: [m.overview_days_day(), ...legend.map(([, words]) => words())],
        rows: counted.map(({ name, counts }) => ({ key: name, name, values: legend.map(([key]) => counts[key]) })),
      }
    : null
  const today = counted.at(-1)
  return (
    <ChartPanel title={m.overview_days()} text={m.overview_days_text({ zone })} table={table}>
      {!sees && <p className={classes['told']}>{m.overview_days_refused()}</p>}
      {sees && read.isPending && <SkeletonRows rows={4} />}
      {!found && read.error && (
        <p className={classes['told']}>{m.overview_days_unread({ cause: explainError(read.error).title })}</p>
      )}
      {found && (
        <ColumnChart
          label={m.overview_days()}
          usual={today?.words ?? ''}
          columns={counted.map(({ name, counts, words }) => ({
            key: name,
            label: name.split(',')[0] ?? name,
            words,
            parts: legend.map(([tone]) => ({ tone, value: counts[tone] })),
          }))}
        />
      )}
      {found && (
        <ul className={classes['legend']}>
          {legend.map(([tone, words]) => (
            <li key={tone}>
              <span className={classes['part']} data-tone={tone} />
              {words()}
            </li>
          ))}
        </ul>
      )}
      {found && read.error && (
        <p className={classes['note']}>{m.overview_days_old({ cause: explainError(read.error).title })}</p>
      )}
      {found && !found.complete && (found.wholeSince === null || found.wholeSince.getTime() > from) && (
        <p className={classes['note']}>
          {m.overview_days_partial({ time: formatInstant(found.wholeSince ?? found.since, zone) })}
        </p>
      )}
    </ChartPanel>
  )
}
