import uPlot from 'uplot'

import { drawBars } from './bars'
import { type ChartModel, rangeOf, spotsOf } from './chart-model'
import { type Inks, readInks } from './inks'

import 'uplot/dist/uPlot.min.css'

const day = 24 * 60 * 60
const dashes: Partial<Readonly<Record<string, number[]>>> = { second: [6, 4], third: [2, 3] }

function ticksOf(chart: ChartModel): Pick<uPlot.Axis, 'splits' | 'values' | 'space'> {
  if (chart.kind === 'lines')
    return {
      values: (_plot, splits, _axis, _space, step) =>
        splits.map((second) =>
          chart.tick(new Date(second * 1_000), step >= 28 * day ? 'month' : step >= day ? 'first' : 'hour'),
        ),
      space: 104,
    }
  const named = chart.points.flatMap(({ tick }, place) => (tick === '' ? [] : [{ tick, place }]))
  return { splits: () => named.map(({ place }) => place), values: () => named.map(({ tick }) => tick) }
}

/** Tells the styles around a canvas where its axes leave room for the plot, in CSS pixels. */
function tellPlace({ bbox }: uPlot, frame: HTMLElement): void {
  for (const side of ['left', 'top', 'width', 'height'] as const)
    frame.style.setProperty(`--plot-${side}`, `${bbox[side] / uPlot.pxRatio}px`)
}

function optionsOf(chart: ChartModel, element: HTMLElement, frame: HTMLElement): uPlot.Options {
  const inks = readInks(frame)
  const shared = { stroke: inks.text, font: inks.font, ticks: { show: false }, gap: 6 }
  const line = { stroke: inks.line, width: 1 }
  return {
    width: Math.max(1, element.clientWidth),
    height: Math.max(1, element.clientHeight),
    padding: [inks.fontSize / 2, 6, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    ...(chart.kind === 'lines' && { tzDate: (second: number) => uPlot.tzDate(new Date(second * 1_000), chart.zone) }),
    scales: {
      x: { time: chart.kind === 'lines', range: () => rangeOf(chart) },
      y: { range: () => [0, chart.scale.at(-1) ?? 1] },
    },
    axes: [
      {
        ...shared,
        ...ticksOf(chart),
        grid: { show: false },
        size: inks.fontSize + 12,
        border: { show: true, stroke: inks.axis, width: 1 },
      },
      {
        ...shared,
        grid: line,
        splits: () => [...chart.scale],
        values: (_plot, splits) => splits.map(chart.format),
        size: Math.max(...chart.scale.map((value) => chart.format(value).length)) * inks.fontSize * 0.6 + 10,
      },
    ],
    series: [{}, ...seriesOf(chart, inks)],
    hooks: {
      draw: [(plot) => chart.kind === 'bars' && drawBars(plot, chart, inks), (plot) => tellPlace(plot, frame)],
    },
  }
}

/** With more of them than this, marks of the points would hide their line. */
const mostMarks = 200

/** Bars are drawn by our own hand over the scales; lines are the library's. */
function seriesOf(chart: ChartModel, inks: Inks): uPlot.Series[] {
  if (chart.kind === 'bars') return [{ paths: () => null, points: { show: false } }]
  return chart.series.map(({ ink }, place) => {
    const { full, soft } = inks.of[ink]
    const dash = dashes[ink]
    const marks = chart.points.reduce((sum, { values }) => (values[place] == null ? sum : sum + 1), 0)
    const points = { show: marks <= mostMarks, size: 5, width: 1.5, stroke: full, fill: dash ? soft : full }
    return { stroke: full, width: 1.75, spanGaps: true, points, ...(dash && { dash }) }
  })
}

function dataOf(chart: ChartModel): uPlot.AlignedData {
  const spots = spotsOf(chart)
  if (chart.kind === 'lines')
    return [spots, ...chart.series.map((_, at) => chart.points.map(({ values }) => values[at] ?? null))]
  return [spots, chart.points.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0))]
}

/** Calls when the inks of the page may have changed, and says with it whether they are for paper. */
function onInks(changed: (paper: boolean) => void): () => void {
  const scheme = new MutationObserver(() => changed(false))
  scheme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
  const forced = matchMedia('(forced-colors: active)')
  const stop = new AbortController()
  const { signal } = stop
  forced.addEventListener('change', () => changed(false), { signal })
  window.addEventListener('beforeprint', () => changed(true), { signal })
  window.addEventListener('afterprint', () => changed(false), { signal })
  signal.addEventListener('abort', () => scheme.disconnect())
  return () => stop.abort()
}

/**
 * Draws a chart into an element, which gives it its size, and keeps it right: at another size, another pixel ratio, in
 * another scheme, in forced colours and on paper. Nothing in it moves by itself. Gives what takes it away again.
 * @param frame What holds the chart's inks, and is told where the plot lies.
 */
export function drawPlot(element: HTMLElement, frame: HTMLElement, chart: ChartModel): () => void {
  const make = (): uPlot => new uPlot(optionsOf(chart, element, frame), dataOf(chart), element)
  let plot = make()
  const stopInks = onInks((paper) => {
    frame.toggleAttribute('data-paper', paper)
    plot.destroy()
    plot = make()
  })
  const sizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element
    if (width > 0 && (width !== plot.width || height !== plot.height)) plot.setSize({ width, height })
  })
  sizes.observe(element)
  return () => {
    sizes.disconnect()
    stopInks()
    plot.destroy()
  }
}
