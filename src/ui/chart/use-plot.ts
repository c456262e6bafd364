import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

import type { ChartModel } from './chart-model'
import type { drawPlot } from './plot'

type Draw = typeof drawPlot

/** Once it is here, the next chart shows at once. */
let here: Draw | null = null

async function fetchDraw(): Promise<Draw> {
  const { drawPlot } = await import('./plot')
  here = drawPlot
  return drawPlot
}

/** Brings the code that draws, and keeps a chart drawn in an element. */
export function usePlot(chart: ChartModel): {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLDivElement | null>
  readonly state: 'coming' | 'drawn' | 'failed'
} {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const [draw, setDraw] = useState<{ readonly by: Draw } | 'coming' | 'failed'>(here ? { by: here } : 'coming')
  useLayoutEffect(() => {
    if (draw !== 'coming') return undefined
    let gone = false
    fetchDraw().then(
      (by) => !gone && setDraw({ by }),
      () => !gone && setDraw('failed'),
    )
    return () => {
      gone = true
    }
  }, [draw])
  useLayoutEffect(() => {
    if (typeof draw === 'string' || !canvas.current || !frame.current) return undefined
    return draw.by(canvas.current, frame.current, chart)
  }, [draw, chart])
  return { frame, canvas, state: typeof draw === 'string' ? draw : 'drawn' }
}
