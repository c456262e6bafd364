import type { CSSProperties } from 'react'

import type { ChartModel, ChartPoint, Ink } from './chart-model'

import classes from './chart.module.css'

const shareStyle = (share: number): CSSProperties & Readonly<Record<'--at', number>> => ({ '--at': share })

/** What a point says, beside it. For the eyes: the chart's own words say the same to those who hear it. */
export function ChartCard({
  chart: { series, format },
  point: { name, told, values },
  share,
}: {
  readonly chart: ChartModel
  readonly point: ChartPoint
  readonly share: number
}) {
  return (
    <div
      className={classes['card']}
      data-side={share > 0.5 ? 'before' : 'after'}
      style={shareStyle(share)}
      aria-hidden="true"
    >
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {told !== null && <span>{told}</span>}
      {told === null &&
        series.map(({ key, label, ink }, place) => {
          const value = values[place] ?? null
          if (value === null) return null
          return (
            <span key={key} className={classes['row']}>
              <ChartInk ink={ink} />
              <span>{label}</span>
              <span className={classes['value']}>{format(value)}</span>
            </span>
          )
        })}
    </div>
  )
}

/** A sample of an ink, as a legend shows it. */
const ChartInk = ({ ink, line = false }: { readonly ink: Ink; readonly line?: boolean }) => (
  <span className={classes['ink']} data-ink={ink} data-line={line || undefined} aria-hidden="true" />
)

/** What the inks of a chart stand for. */
export const ChartLegend = ({ chart }: { readonly chart: ChartModel }) => (
  <ul className={classes['legend']}>
    {chart.series.map(({ key, label, ink }) => (
      <li key={key}>
        <ChartInk ink={ink} line={chart.kind === 'lines'} />
        <bdi>{label}</bdi>
      </li>
    ))}
    {chart.kind === 'bars' && chart.limit && (
      <li>
        <span className={classes['limit']} aria-hidden="true" />
        {chart.limit.label}
      </li>
    )}
  </ul>
)
