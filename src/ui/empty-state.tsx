import type { ReactNode } from 'react'

import type { Shape } from './state-mark'
import { ShapeIcon } from './state-mark'

import classes from './blank.module.css'

/** Why there is nothing here, and what to do about it. */
export function EmptyState({
  title,
  text,
  action,
  shape = 'outline',
  level = 2,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly action?: ReactNode
  readonly shape?: Shape
  readonly level?: 1 | 2 | 3
}) {
  const Heading = `h${level}` as const
  return (
    <div className={classes['blank']}>
      <span className={classes['icon']}>
        <ShapeIcon shape={shape} />
      </span>
      <Heading className={classes['title']}>{title}</Heading>
      {text !== undefined && <div className={classes['text']}>{text}</div>}
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </div>
  )
}
