import type { ReactNode } from 'react'

import { SearchBox } from './search-box'

import classes from './toolbar.module.css'

/** The search of a short list, with the choices beside it. */
export const ListToolbar = ({
  text,
  label,
  hint = label,
  onText,
  children,
}: {
  readonly text: string
  /** What the field is called. */
  readonly label: string
  /** What it looks at, inside of it. */
  readonly hint?: string
  readonly onText: (text: string) => void
  readonly children?: ReactNode
}) => (
  <search className={classes['line']}>
    <SearchBox text={text} label={label} hint={hint} onText={onText} />
    {children}
  </search>
)
