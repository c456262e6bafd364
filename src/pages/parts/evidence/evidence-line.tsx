import type { ComponentProps, ReactNode } from 'react'

import { EvidenceButton } from './evidence-button'

import classes from './evidence.module.css'

/** The line between the filters and a list: how much is shown, and the way to take it away. */
export const EvidenceLine = ({
  children,
  ...list
}: ComponentProps<typeof EvidenceButton> & { readonly children?: ReactNode }) => (
  <div className={classes['line']}>
    <div>{children}</div>
    <EvidenceButton {...list} />
  </div>
)
