import uPlot from 'uplot'

import type { BarChart } from './chart-model'
import { type Inks, type Paint, paintOf } from './inks'

/** As tall as this at least, in CSS pixels: one failure among ten thousand good ones is seen. */
const leastHeight = 2
const mostWidth = 36

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function paintPart(pen: CanvasRenderingContext2D, { left, top, width, height }: Box, { fill, edge }: Paint): void {
  pen.fillStyle = fill
  pen.fillRect(left, top, width, height)
  const line = uPlot.pxRatio
  if (edge === null || width < 3 * line || height < 3 * line) return
  pen.strokeStyle = edge
  pen.lineWidth = line
  pen.strokeRect(left + line / 2, top + line / 2, width - line, height - line)
}

function drawLimit(plot: uPlot, at: number, colour: string): void {
  const { ctx: pen, bbox } = plot
  const ratio = uPlot.pxRatio
  const y = Math.round(plot.valToPos(at, 'y', true)) + 0.5 * ratio
  pen.strokeStyle = colour
  pen.lineWidth = ratio
  pen.setLineDash([5 * ratio, 4 * ratio])
  pen.beginPath()
  pen.moveTo(bbox.left, y)
  pen.lineTo(bbox.left + bbox.width, y)
  pen.stroke()
}

/** The lines between groups of bars. */
function drawGroups(plot: uPlot, { points, group }: BarChart, colour: string): void {
  if (group === null) return
  const { ctx: pen, bbox } = plot
  pen.fillStyle = colour
  for (let place = group; place < points.length; place += group)
    pen.fillRect(Math.round(plot.valToPos(place - 0.5, 'x', true)), bbox.top, uPlot.pxRatio, bbox.height)
}

/** Draws the bars of a chart on its canvas: the parts of a bar from the bottom up, then its sign, then the limit. */
export function drawBars(plot: uPlot, chart: BarChart, inks: Inks): void {
  const { series, points, limit, scale } = chart
  const { ctx: pen, bbox } = plot
  const ratio = uPlot.pxRatio
  const paints = series.map(({ ink }) => paintOf(ink, inks.of[ink], ratio))
  const width = Math.max(ratio, Math.round(Math.min((bbox.width / points.length) * 0.7, mostWidth * ratio)))
  const tall = bbox.height / (scale.at(-1) ?? 1)
  pen.save()
  drawGroups(plot, chart, inks.line)
  for (const [place, { values, sign }] of points.entries()) {
    const left = Math.round(plot.valToPos(place, 'x', true) - width / 2)
    let top = bbox.top + bbox.height
    for (const [at, paint] of paints.entries()) {
      const value = values[at] ?? 0
      if (value <= 0) continue
      const height = Math.max(leastHeight * ratio, Math.round(value * tall))
      top -= height
      paintPart(pen, { left, top, width, height }, paint)
    }
    if (sign === '') continue
    pen.fillStyle = inks.text
    pen.font = inks.font.replace(`${inks.fontSize}px`, `${inks.fontSize * ratio}px`)
    pen.textAlign = 'center'
    pen.textBaseline = 'bottom'
    pen.fillText(sign, left + width / 2, top - 2 * ratio)
  }
  if (limit && limit.at <= (scale.at(-1) ?? 0)) drawLimit(plot, limit.at, inks.of.over.full)
  pen.restore()
}
