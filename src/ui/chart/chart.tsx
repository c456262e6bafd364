import { type CSSProperties, type PointerEvent, useEffect, useEffectEvent, useId, useState } from 'react'

import { m } from '~/texts/messages'

import { ChartCard } from './chart-card'
import { type ChartModel, nearest, shareOf } from './chart-model'
import { usePlot } from './use-plot'

import classes from './chart.module.css'

/** Distances within the plot, from 0 to 1, for the styles. */
const shares = (of: Readonly<Record<`--${string}`, number>>): CSSProperties => of

/**
 * A chart over time. Each point is told on hover, by touch, and by the arrow keys: for them the chart is a slider of the
 * browser over its points, so that screen readers say each point once, also where there is no keyboard.
 * @param chart Drawn anew when it is another object.
 * @param begin The place at which the keys begin.
 */
export function Chart({
  label,
  chart,
  begin = 0,
  low = false,
}: {
  readonly label: string
  readonly chart: ChartModel
  readonly begin?: number
  readonly low?: boolean
}) {
  const { frame, canvas, state } = usePlot(chart)
  const [chosen, setChosen] = useState<number | null>(null)
  const [reading, setReading] = useState(false)
  const [under, setUnder] = useState<number | null>(null)
  const hint = useId()
  const last = chart.points.length - 1
  const at = Math.min(chosen ?? begin, last)
  const looked = under ?? (reading ? at : null)
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    setUnder(null)
    setReading(false)
  })
  useEffect(() => {
    if (looked === null) return undefined
    window.addEventListener('keydown', onEscape)
    return () => window.removeEventListener('keydown', onEscape)
  }, [looked])
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    if (width > 0) setUnder(nearest(chart, (event.clientX - left) / width))
  }
  if (state === 'failed') return <p className={classes['failed']}>{m.chart_failed()}</p>
  return (
    <div ref={frame} className={classes['frame']} data-kind={chart.kind} data-low={low || undefined}>
      <div ref={canvas} className={classes['canvas']} aria-hidden="true" />
      {state === 'drawn' && (
        <div
          className={classes['plot']}
          onPointerMove={onPointer}
          onPointerDown={onPointer}
          onPointerLeave={() => setUnder(null)}
        >
          <input
            type="range"
            className={classes['keys']}
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={label}
            aria-roledescription={m.chart_role()}
            aria-valuetext={chart.points[at]?.words ?? ''}
            aria-describedby={hint}
            onChange={(event) => {
              setChosen(event.currentTarget.valueAsNumber)
              setReading(true)
              setUnder(null)
            }}
            onFocus={() => setReading(true)}
            onBlur={() => setReading(false)}
          />
          {looked !== null && <Looked chart={chart} place={Math.min(looked, last)} />}
        </div>
      )}
      <p id={hint} className={classes['hint']}>
        {m.chart_keys()}
      </p>
    </div>
  )
}

function Looked({ chart, place }: { readonly chart: ChartModel; readonly place: number }) {
  const point = chart.points[place]
  if (!point) return null
  const top = chart.scale.at(-1) ?? 1
  const share = shareOf(chart, place)
  return (
    <>
      <span
        className={classes['place']}
        style={shares({ '--at': share, '--wide': chart.kind === 'bars' ? 1 / chart.points.length : 0 })}
      />
      {chart.kind === 'lines' &&
        chart.series.map(({ key, ink }, of) => {
          const value = point.values[of] ?? null
          if (value === null) return null
          return (
            <span
              key={key}
              className={classes['dot']}
              data-ink={ink}
              style={shares({ '--at': share, '--high': value / top })}
            />
          )
        })}
      <ChartCard chart={chart} point={point} share={share} />
    </>
  )
}
