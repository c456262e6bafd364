import type { ReactNode } from 'react'

import classes from './facts.module.css'

/** Labels and their values, as a description list. */
export function Facts({
  items,
  columns = 1,
}: {
  readonly items: readonly (readonly [label: string, value: ReactNode])[]
  readonly columns?: 1 | 2
}) {
  return (
    <dl className={classes['facts']} data-columns={columns}>
      {items.map(([label, value]) => (
        <div key={label} className={classes['fact']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
