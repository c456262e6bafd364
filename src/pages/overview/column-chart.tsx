import { type KeyboardEvent, useState } from 'react'

import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './chart.module.css'

/** A bar: its parts from the bottom up, and all that it says in words. */
export interface ChartColumn {
  readonly key: string
  /** Under the bar; empty for most where there are many. */
  readonly label: string
  readonly words: string
  readonly parts: readonly { readonly tone: string; readonly value: number }[]
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** The least round number above the largest bar, for the line at the top. */
function roundedUp(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map((factor) => factor * size).find((top) => top >= most) ?? most
}

/** Bars beside each other. The numbers of a bar are told on hover, by tap, and by the arrow keys; one bar takes the focus. */
export function ColumnChart({
  label,
  columns,
  usual,
}: {
  readonly label: string
  readonly columns: readonly ChartColumn[]
  /** What stands above the bars while none is looked at. */
  readonly usual: string
}) {
  const [at, setAt] = useState(0)
  const [looked, setLooked] = useState<number | null>(null)
  const totals = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const top = roundedUp(Math.max(...totals, 1))
  const onKey = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.min(columns.length - 1, Math.max(0, at + step))
    setAt(next)
    event.currentTarget.closest('ul')?.querySelectorAll('button').item(next).focus()
  }
  return (
    <div className={classes['chart']}>
      <p className={classes['told']}>{(looked === null ? undefined : columns[looked]?.words) ?? usual}</p>
      <div className={classes['plot']} data-top={formatNumber(top)} data-middle={top > 1 ? formatNumber(top / 2) : ''}>
        <ul className={classes['columns']} aria-label={m.overview_bars_label({ what: label })}>
          {columns.map(({ key, label: words, words: all, parts }, place) => (
            <li key={key} className={classes['column']}>
              <button
                type="button"
                className={classes['bar']}
                aria-label={all}
                tabIndex={place === at ? 0 : -1}
                onKeyDown={onKey}
                onFocus={() => {
                  setAt(place)
                  setLooked(place)
                }}
                onBlur={() => setLooked(null)}
                onPointerEnter={() => setLooked(place)}
                onPointerLeave={() => setLooked(null)}
              >
                {parts.map(({ tone, value }) => (
                  <span
                    key={tone}
                    className={classes['part']}
                    data-tone={tone}
                    style={{ height: `${String((100 * value) / top)}%` }}
                  />
                ))}
              </button>
              <span className={classes['tick']} aria-hidden="true">
                {words}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
