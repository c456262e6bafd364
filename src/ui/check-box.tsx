import type { ComponentProps } from 'react'

import classes from './check-box.module.css'

/** A box to tick beside its words. A plain element: there may be one in each of many rows. */
export const CheckBox = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => (
  <input {...props} type="checkbox" className={classes['box']} />
)
