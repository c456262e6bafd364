import type { ReactNode } from 'react'

import { EvidenceButton } from './evidence-button'
import type { EvidenceList } from './list'

import classes from './evidence.module.css'

/** The line between the filters and a list: how much is shown, and the way to take it away. */
export const EvidenceLine = ({
  children,
  make,
  reads,
}: {
  readonly children?: ReactNode
  readonly make: () => EvidenceList
  readonly reads: readonly string[]
}) => (
  <div className={classes['line']}>
    <div>{children}</div>
    <EvidenceButton make={make} reads={reads} />
  </div>
)
