import { m } from '~/texts/messages'

import classes from './skeleton-rows.module.css'

const widths = ['62%', '84%', '48%', '73%', '91%', '56%']

/** Grey rows of the height that the real ones will have. `label` is announced in their place. */
export function SkeletonRows({
  rows = 6,
  height = 44,
  label = m.common_loading(),
}: {
  readonly rows?: number
  readonly height?: number
  readonly label?: string
}) {
  return (
    <output className={classes['rows']}>
      <span className={classes['words']}>{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes['row']} style={{ height }} aria-hidden="true">
          <span className={classes['bar']} style={{ width: widths[row % widths.length] }} />
        </div>
      ))}
    </output>
  )
}

/** One grey bar, for skeletons that copy a shape of their own. Hidden from those who do not see it. */
export function SkeletonBar({ width, height = '0.75rem' }: { readonly width: string; readonly height?: string }) {
  return <span className={classes['bar']} style={{ width, height }} aria-hidden="true" />
}
