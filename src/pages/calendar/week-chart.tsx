import type { CalendarDay } from '~/domain/fleet-day'
import type { ScheduleLoad } from '~/domain/schedule-load'
import { ChartPanel } from '~/pages/parts/chart/chart-panel'
import { formatNumber } from '~/texts/format'
import { formatTick } from '~/texts/format-tick'
import { m } from '~/texts/messages'
import { Chart } from '~/ui/chart/chart'
import { ChartLegend } from '~/ui/chart/chart-card'
import { type BarChart, type BarPoint, scaleUpTo } from '~/ui/chart/chart-model'

import { hourOfDay, loadWords } from './week-words'

import classes from './week.module.css'

interface WeekLoad {
  readonly days: readonly CalendarDay[]
  readonly load: ScheduleLoad
  readonly zone: string
  readonly limit: number
}

const hoursOfDay = 24
const hourMs = 3_600_000

function pointsOf({ days, load, zone, limit }: WeekLoad): readonly BarPoint[] {
  return days.flatMap((day, place) =>
    (load.hours[place] ?? []).map((cell, hour): BarPoint => {
      const name = hourOfDay(day, hour, zone)
      const told = loadWords(cell, limit)
      return {
        key: `${day.number} ${hour}`,
        name,
        tick: hour === hoursOfDay / 2 ? formatTick(day.from, zone, 'weekday') : '',
        sign: '',
        told,
        words: m.calendar_week_chart_point({ hour: name, runs: told }),
        values: [Math.min(cell.runs, limit), Math.max(0, cell.runs - limit)],
      }
    }),
  )
}

function chartOf(week: WeekLoad): BarChart {
  const most = Math.max(1, ...week.load.hours.flatMap((day) => day.map(({ runs }) => runs)))
  return {
    kind: 'bars',
    series: [
      { key: 'within', label: m.calendar_week_chart_within(), ink: 'main' },
      { key: 'over', label: m.calendar_week_chart_over(), ink: 'over' },
    ],
    points: pointsOf(week),
    group: hoursOfDay,
    limit: { at: week.limit, label: m.calendar_week_chart_limit({ n: formatNumber(week.limit) }) },
    scale: scaleUpTo(most),
    format: formatNumber,
  }
}

/** How the load of schedules lies over the coming week, and where it goes above the limit. The grid has its numbers. */
export function WeekChart({ now, ...week }: WeekLoad & { readonly now: Date }) {
  const chart = chartOf(week)
  const passed = Math.floor((now.getTime() - (week.days[0]?.from ?? now).getTime()) / hourMs)
  return (
    <div className={classes['chart']}>
      <ChartPanel title={m.calendar_week_chart()} text={m.calendar_week_chart_text()} table={null}>
        <Chart
          label={m.calendar_week_chart()}
          chart={chart}
          begin={Math.min(Math.max(passed, 0), hoursOfDay - 1)}
          low
        />
        <ChartLegend chart={chart} />
      </ChartPanel>
    </div>
  )
}
