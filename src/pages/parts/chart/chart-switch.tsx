import type { ReactNode } from 'react'

import classes from './chart-switch.module.css'

/** A small button of a chart: `pressed` where it is one of several ways to look at it, left out where it only shows more. */
export const ChartSwitch = ({
  pressed,
  onClick,
  children,
}: {
  readonly pressed?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}) => (
  <button type="button" className={classes['switch']} aria-pressed={pressed} onClick={onClick}>
    {children}
  </button>
)
