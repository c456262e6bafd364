import { hour } from '~/domain/calendar'
import { byHour, type PlannedRuns } from '~/domain/planned-hours'
import { offsetAt } from '~/domain/zone'
import { ChartPanel } from '~/pages/parts/chart/chart-panel'
import { formatInstant, formatNumber } from '~/texts/format'
import { formatTick } from '~/texts/format-tick'
import { m } from '~/texts/messages'
import { Chart } from '~/ui/chart/chart'
import { type BarChart, scaleUpTo } from '~/ui/chart/chart-model'
import { useClock } from '~/ui/clock'
import { SkeletonRows } from '~/ui/skeleton-rows'

import classes from './chart.module.css'

const hours = 24

interface ToldHour {
  readonly n: number
  readonly at: Date
  readonly name: string
  readonly words: string
}

/** The beginning of the hour that a zone's clocks show. */
function hourOf(now: Date, zone: string): Date {
  const offset = offsetAt(zone, now) * 60_000
  return new Date(Math.floor((now.getTime() + offset) / hour) * hour - offset)
}

const toldHours = ({ runs }: PlannedRuns, now: Date, zone: string): readonly ToldHour[] => {
  const start = hourOf(now, zone)
  return byHour(
    runs.map(({ at }) => at),
    start,
    hours,
  ).map((n, place) => {
    const at = new Date(start.getTime() + place * hour)
    const name = formatInstant(at, zone)
    return { n, at, name, words: m.overview_hours_point({ time: name, runs: m.calendar_week_cell({ n }) }) }
  })
}

const chartOf = (told: readonly ToldHour[], zone: string): BarChart => ({
  kind: 'bars',
  series: [{ key: 'runs', label: m.overview_hours_runs(), ink: 'main' }],
  points: told.map(({ n, at, name, words }, place) => ({
    key: at.toISOString(),
    name,
    tick: place % 6 === 0 ? formatTick(at, zone, 'hour') : '',
    sign: '',
    told: m.calendar_week_cell({ n }),
    words,
    values: [n],
  })),
  group: null,
  limit: null,
  scale: scaleUpTo(Math.max(...told.map(({ n }) => n))),
  format: formatNumber,
})

/** The planned runs of the next 24 hours. Null while they are being read. */
export function RunsPanel({ planned, now }: { readonly planned: PlannedRuns | null; readonly now: Date }) {
  const zone = useClock()
  const told = planned && toldHours(planned, now, zone)
  const table = told && {
    head: [m.overview_hours_hour(), m.overview_hours_runs()],
    rows: told.map(({ n, at, name }) => ({ key: at.toISOString(), name, values: [n] })),
  }
  return (
    <ChartPanel
      title={m.overview_hours()}
      text={m.overview_hours_text({ zone: formatInstant(now, zone, 'long').replace(/^[^(]*\((.*)\)$/u, '$1') })}
      table={table}
    >
      {told ? <Hours told={told} zone={zone} /> : <SkeletonRows rows={4} />}
    </ChartPanel>
  )
}

function Hours({ told, zone }: { readonly told: readonly ToldHour[]; readonly zone: string }) {
  const [first, ...later] = told
  const peak = first && later.reduce((most, one) => (one.n > most.n ? one : most), first)
  if (!peak || peak.n === 0) return <p className={classes['told']}>{m.overview_next_nothing()}</p>
  return (
    <>
      <p className={classes['told']}>{m.overview_hours_peak({ point: peak.words })}</p>
      <Chart label={m.overview_hours()} chart={chartOf(told, zone)} low />
    </>
  )
}
