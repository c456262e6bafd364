import { type ReactNode, useId } from 'react'

import classes from './list-section.module.css'

/** A long list with its heading, its age, and something small beside: the table below draws its own edges. */
export function ListSection({
  title,
  note,
  aside,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']}>
        <div className={classes['words']}>
          <h2 id={id}>{title}</h2>
          {note}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}
