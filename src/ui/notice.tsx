import type { ReactNode } from 'react'

import type { Shape, Tone } from './state-mark'
import { ShapeIcon } from './state-mark'

import classes from './blank.module.css'

const shapeOf: Readonly<Record<Tone, Shape>> = {
  good: 'check',
  running: 'running',
  bad: 'cross',
  overdue: 'hourglass',
  warning: 'alert',
  neutral: 'info',
  unknown: 'question',
}

/**
 * A quiet box that says something about what stands around it. `urgent` is announced at once (`alert`), else it is a
 * status; with `still` it was there from the start and is not announced at all.
 */
export function Notice({
  tone,
  title,
  children,
  action,
  announce = 'still',
  heads = false,
}: {
  readonly tone: Tone
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly announce?: 'urgent' | 'status' | 'still'
  /** It is all that the page has to say, so its title is the page's first heading. */
  readonly heads?: boolean
}) {
  const Title = heads ? 'h1' : 'p'
  return (
    <div
      className={classes['notice']}
      data-tone={tone}
      {...(announce !== 'still' && { role: announce === 'urgent' ? 'alert' : 'status' })}
    >
      <span className={classes['noticeIcon']}>
        <ShapeIcon shape={shapeOf[tone]} spin={tone === 'running'} />
      </span>
      <div>
        <Title className={classes['noticeTitle']}>{title}</Title>
        {children !== undefined && <div className={classes['noticeText']}>{children}</div>}
      </div>
      {action !== undefined && <div className={classes['noticeAction']}>{action}</div>}
    </div>
  )
}
