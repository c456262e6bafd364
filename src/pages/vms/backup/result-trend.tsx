import { Text } from '@mantine/core'

import type { Backup } from '~/domain/backup'
import { formatSize } from '~/texts/format'
import { m } from '~/texts/messages'

import { sizeTrend } from './result-view'

import classes from './results.module.css'

const width = 160
const height = 32
const inset = 3

/** Where a value lies on a line between the least and the most, as a share; the middle when all are the same. */
const share = (value: number, least: number, most: number): number =>
  most === least ? 0.5 : (value - least) / (most - least)

/** How the size of good backups went, as a small line with the same in words. Nothing below two points. */
export function ResultTrend({ backups }: { readonly backups: readonly Backup[] }) {
  const points = sizeTrend(backups)
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  const sizes = points.map((point) => point.sizeMb)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const at = points.map((point, place) => ({
    x: inset + (place / (points.length - 1)) * (width - 2 * inset),
    y: height - inset - share(point.sizeMb, least, most) * (height - 2 * inset),
  }))
  const tip = at.at(-1)
  return (
    <figure className={classes['trend']}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
        <polyline
          className={classes['line'] ?? ''}
          points={at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
        {tip && <circle className={classes['tip'] ?? ''} cx={tip.x} cy={tip.y} r={2.5} />}
      </svg>
      <Text component="figcaption" size="xs" c="dimmed">
        {m.results_trend({
          n: points.length,
          least: formatSize(least),
          most: formatSize(most),
          last: formatSize(last.sizeMb),
        })}
      </Text>
    </figure>
  )
}
