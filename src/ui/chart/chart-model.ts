/** What a part of a chart stands for; each ink has a colour and a pattern or a dash of its own. */
export const inks = ['main', 'good', 'bad', 'over', 'unclear', 'second', 'third'] as const
/** See `inks`. */
export type Ink = (typeof inks)[number]

/** The parts of all points that one ink stands for. */
export interface ChartSeries {
  readonly key: string
  readonly label: string
  readonly ink: Ink
}

/** One place of a chart, with all that it says. */
export interface ChartPoint {
  readonly key: string
  /** Which place it is: the head of its card. */
  readonly name: string
  /** What its card says in place of the numbers of each series. */
  readonly told: string | null
  /** The whole of it as one sentence, for those who hear the chart. */
  readonly words: string
  /** One for each series, in their order. */
  readonly values: readonly (number | null)[]
}

/** A bar: its values in the order of the series. */
export interface BarPoint extends ChartPoint {
  /** Under the bar; empty for most where there are many. */
  readonly tick: string
  /** A sign over the bar, where its numbers are not the whole: `?`. */
  readonly sign: string
}

/** An instant, and the values of all series at it. */
export interface LinePoint extends ChartPoint {
  readonly at: Date
}

interface Common {
  readonly series: readonly ChartSeries[]
  /** The lines of the scale, from 0 up; the last is the top. */
  readonly scale: readonly number[]
  readonly format: (value: number) => string
}

/** Parts on top of each other, in places of equal width. */
export interface BarChart extends Common {
  readonly kind: 'bars'
  readonly points: readonly BarPoint[]
  /** So many bars belong together, with a line before each group; null: no groups. */
  readonly group: number | null
  /** A line across, at a value. */
  readonly limit: { readonly at: number; readonly label: string } | null
}

/** A line for each series over time, through its dots. */
export interface LineChart extends Common {
  readonly kind: 'lines'
  /** In the order of time. */
  readonly points: readonly LinePoint[]
  /** The zone (IANA) of the days and hours under the chart. */
  readonly zone: string
  /** Words under the chart, for hours, days or months. */
  readonly tick: (at: Date, step: 'hour' | 'first' | 'month') => string
}

/** A chart as data: what `Chart` draws, and what its table says. */
export type ChartModel = BarChart | LineChart

const halfDay = 12 * 60 * 60 * 1_000

/** Where each point stands on the scale from left to right: its place, or epoch seconds. */
export const spotsOf = (chart: ChartModel): number[] =>
  chart.kind === 'bars' ? chart.points.map((_, place) => place) : chart.points.map(({ at }) => at.getTime() / 1_000)

/** The two ends of that scale. A line keeps away from the edges, and a single dot has room on both sides. */
export function rangeOf(chart: ChartModel): [number, number] {
  if (chart.kind === 'bars') return [-0.5, chart.points.length - 0.5]
  const first = chart.points[0]?.at.getTime() ?? 0
  const last = chart.points.at(-1)?.at.getTime() ?? 0
  const room = Math.max((last - first) * 0.03, first === last ? halfDay : 0)
  return [(first - room) / 1_000, (last + room) / 1_000]
}

/** Where a point stands from left to right, as a share of the width. */
export function shareOf(chart: ChartModel, place: number): number {
  const [from, to] = rangeOf(chart)
  return ((spotsOf(chart)[place] ?? from) - from) / (to - from)
}

/** The point nearest to a share of the width. */
export function nearest(chart: ChartModel, share: number): number {
  const [from, to] = rangeOf(chart)
  const wanted = from + share * (to - from)
  let best = 0
  let gap = Infinity
  for (const [place, spot] of spotsOf(chart).entries()) {
    if (Math.abs(spot - wanted) >= gap) continue
    gap = Math.abs(spot - wanted)
    best = place
  }
  return best
}

const factors = [1, 2, 5, 10]

/**
 * Round numbers from 0 to above the largest value, two to four steps.
 * @param unit The steps are round in it, and no finer than it: 1 for things that are counted, 1024 for GiB in MiB.
 */
export function scaleUpTo(most: number, unit = 1): readonly number[] {
  const wanted = Math.max(most, 0) / unit / 4
  const size = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)))
  const step = (factors.map((factor) => factor * size).find((each) => each >= wanted) ?? wanted) * unit
  const steps = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: steps + 1 }, (_, place) => place * step)
}
