import type { Backup } from '~/domain/backup'
import { type SizeLine, sizeLines } from '~/domain/backup-growth'
import { day } from '~/domain/calendar'
import { ChartPanel, type ChartTable } from '~/pages/parts/chart/chart-panel'
import { remember } from '~/pages/parts/remember'
import { backupKindWords } from '~/texts/backup-kind-words'
import { formatDuration, formatInstant, formatNumber, formatSize } from '~/texts/format'
import { formatTick } from '~/texts/format-tick'
import { m } from '~/texts/messages'
import { Chart } from '~/ui/chart/chart'
import { ChartLegend } from '~/ui/chart/chart-card'
import { type LineChart, scaleUpTo } from '~/ui/chart/chart-model'
import { useClock } from '~/ui/clock'

import classes from './results.module.css'

/** As many types have a line of their own: more would be hard to tell apart. */
const inks = ['main', 'second', 'third'] as const

const typeWords = (type: string | null): string => (type === null ? m.results_no_type() : backupKindWords(type))

/** The largest unit in which a size is told, in MiB. */
const unitOf = (mb: number): number => 1_024 ** Math.max(0, Math.floor(Math.log(mb) / Math.log(1_024)))

const inOrder = (lines: readonly SizeLine[]) =>
  lines
    .flatMap(({ type, points }, line) => points.map((point) => ({ ...point, type, line })))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())

function chartOf(lines: readonly SizeLine[], zone: string): LineChart {
  const drawn = lines.slice(0, inks.length)
  const points = inOrder(drawn)
  const most = Math.max(...points.map(({ sizeMb }) => sizeMb))
  return {
    kind: 'lines',
    zone,
    tick: (at, step) => formatTick(at, zone, step),
    series: drawn.map(({ type }, place) => ({
      key: typeWords(type),
      label: typeWords(type),
      ink: inks[place] ?? 'main',
    })),
    points: points.map(({ id, at, sizeMb, type, line }) => {
      const name = formatInstant(at, zone)
      return {
        key: id,
        at,
        name,
        told: null,
        words: m.chart_growth_point({ time: name, type: typeWords(type), size: formatSize(sizeMb) }),
        values: drawn.map((_, place) => (place === line ? sizeMb : null)),
      }
    }),
    scale: scaleUpTo(most, unitOf(most)),
    format: (mb) => (mb === 0 ? formatNumber(0) : formatSize(mb)),
  }
}

/** The newest first, as in the list of results. */
const tableOf = (lines: readonly SizeLine[], zone: string): ChartTable => ({
  head: [m.results_date(), m.results_type(), m.results_size()],
  rows: inOrder(lines)
    .toReversed()
    .map(({ id, at, type, sizeMb }) => ({
      key: id,
      name: formatInstant(at, zone),
      values: [typeWords(type), formatSize(sizeMb)],
    })),
})

function wordsOf({ type, points }: SizeLine): string | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const days = Math.max(1, Math.round((last.at.getTime() - first.at.getTime()) / day))
  return m.chart_growth_text({
    type: typeWords(type),
    first: formatSize(first.sizeMb),
    last: formatSize(last.sizeMb),
    span: formatDuration(days * day),
  })
}

/** The same results are drawn once: who types into a filter does not wait for thousands of points. */
const growthOf = remember((backups: readonly Backup[], zone: string) => {
  const lines = sizeLines(backups)
  const words = lines.map(wordsOf).filter((line) => line !== null)
  return words.length === 0 ? null : { lines, words, chart: chartOf(lines, zone), table: tableOf(lines, zone) }
})

/** How the size of good backups went, by type. Nothing as long as no type has two. */
export function ResultGrowth({ backups }: { readonly backups: readonly Backup[] }) {
  const growth = growthOf(backups, useClock())
  if (!growth) return null
  const { lines, words, chart, table } = growth
  const more = lines.length - chart.series.length
  return (
    <ChartPanel
      level={3}
      title={m.chart_growth()}
      text={words.slice(0, inks.length).map((line) => (
        <p key={line} className={classes['growth']}>
          <bdi>{line}</bdi>
        </p>
      ))}
      table={table}
    >
      <Chart label={m.chart_growth()} chart={chart} begin={chart.points.length - 1} low />
      {(chart.series.length > 1 || more > 0) && <ChartLegend chart={chart} />}
      {more > 0 && <p className={classes['soft']}>{m.chart_growth_more({ n: more })}</p>}
    </ChartPanel>
  )
}
