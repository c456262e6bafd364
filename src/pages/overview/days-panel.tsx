import { useQuery } from '@tanstack/react-query'

import { type OutcomesOfDays, outcomesOfDays } from '~/api/queries/trail'
import { seesEnds } from '~/domain/failure-sight'
import { type CalendarDay, daysUpTo } from '~/domain/fleet-day'
import { localDayOf } from '~/domain/local-day'
import { tellsPlannedEnds } from '~/domain/privilege'
import { ChartPanel } from '~/pages/parts/chart/chart-panel'
import { useActor } from '~/pages/parts/use-actor'
import { explainError, type Failure } from '~/texts/errors'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { Chart } from '~/ui/chart/chart'
import { ChartLegend } from '~/ui/chart/chart-card'
import { useClock } from '~/ui/clock'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { useNow } from '~/ui/use-now'

import { daysChart, daysTable, toldDays } from './days-chart'

import classes from './chart.module.css'

const week = 7

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
  const told = found ? toldDays(days, found, zone) : null
  return (
    <ChartPanel title={m.overview_days()} text={m.overview_days_text({ zone })} table={told && daysTable(told)}>
      {!sees && <p className={classes['told']}>{m.overview_days_refused()}</p>}
      {sees && read.isPending && <SkeletonRows rows={4} />}
      {!found && read.error && (
        <p className={classes['told']}>{m.overview_days_unread({ cause: explainError(read.error).title })}</p>
      )}
      {found && told && (
        <>
          <p className={classes['told']}>{told.at(-1)?.words}</p>
          <Days told={told} />
          <Notes found={found} days={days} zone={zone} error={read.error} />
        </>
      )}
    </ChartPanel>
  )
}

function Days({ told }: { readonly told: ReturnType<typeof toldDays> }) {
  const chart = daysChart(told)
  return (
    <>
      <Chart label={m.overview_days()} chart={chart} begin={told.length - 1} />
      <ChartLegend chart={chart} />
    </>
  )
}

function Notes({
  found,
  days,
  zone,
  error,
}: {
  readonly found: OutcomesOfDays
  readonly days: readonly CalendarDay[]
  readonly zone: string
  readonly error: Failure | null
}) {
  const from = days[0]?.from ?? found.since
  const tells = tellsPlannedEnds(useActor())
  if (found.trailless) return <p className={classes['note']}>{m.ways_trailless_days()}</p>
  const short = !found.complete && (found.wholeSince === null || found.wholeSince > from)
  return (
    <>
      {error && <p className={classes['note']}>{m.overview_days_old({ cause: explainError(error).title })}</p>}
      {short && (
        <p className={classes['note']}>
          {tells
            ? m.overview_days_partial({ time: formatInstant(found.wholeSince ?? found.since, zone) })
            : m.calendar_untold_text()}
        </p>
      )}
    </>
  )
}
