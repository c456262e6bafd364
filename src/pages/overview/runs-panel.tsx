import { hour } from '~/domain/calendar'
import { byHour, type PlannedRuns } from '~/domain/planned-hours'
import { offsetAt } from '~/domain/zone'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { ChartPanel } from './chart-panel'
import { ColumnChart } from './column-chart'

import classes from './chart.module.css'

const hours = 24

/** The beginning of the hour that a zone's clocks show. */
function hourOf(now: Date, zone: string): Date {
  const offset = offsetAt(zone, now) * 60_000
  return new Date(Math.floor((now.getTime() + offset) / hour) * hour - offset)
}

/** `02:00` of `02:00 UTC+01:00`: the panel says which zone it is. */
const clockOnly = (at: Date, zone: string): string => formatInstant(at, zone, 'time').split(' ')[0] ?? ''

/** The planned runs of the next 24 hours. Null while they are being read. */
export function RunsPanel({ planned, now }: { readonly planned: PlannedRuns | null; readonly now: Date }) {
  const zone = useClock()
  const start = hourOf(now, zone)
  const counted = byHour(planned?.runs.map(({ at }) => at) ?? [], start, hours).map((n, place) => {
    const at = new Date(start.getTime() + place * hour)
    return { n, at, words: m.overview_hours_point({ n, time: formatInstant(at, zone) }) }
  })
  const peak = counted.reduce((most, one) => (one.n > most.n ? one : most), { n: 0, words: '' })
  const table = planned && {
    head: [m.overview_hours_hour(), m.overview_hours_runs()],
    rows: counted.map(({ n, at }) => ({ key: at.toISOString(), name: formatInstant(at, zone), values: [n] })),
  }
  return (
    <ChartPanel
      title={m.overview_hours()}
      text={m.overview_hours_text({ zone: formatInstant(now, zone, 'long').replace(/^[^(]*\((.*)\)$/u, '$1') })}
      table={table}
    >
      {!planned && <SkeletonRows rows={4} />}
      {planned && peak.n === 0 && <p className={classes['told']}>{m.overview_next_nothing()}</p>}
      {planned && peak.n > 0 && (
        <ColumnChart
          label={m.overview_hours()}
          usual={m.overview_hours_peak({ point: peak.words })}
          columns={counted.map(({ n, at, words }, place) => ({
            key: at.toISOString(),
            label: place % 6 === 0 ? clockOnly(at, zone) : '',
            words,
            parts: [{ tone: 'runs', value: n }],
          }))}
        />
      )}
      {planned && planned.untold > 0 && (
        <p className={classes['note']}>{m.overview_next_untold({ n: planned.untold })}</p>
      )}
    </ChartPanel>
  )
}
