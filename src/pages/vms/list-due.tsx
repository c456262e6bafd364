import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'

import { dueVms } from '~/api/queries/due'

// The list does not wait for a button that most platforms have no use for.
const DueButton = lazy(() => import('./list-due-button').then((module) => ({ default: module.DueButton })))

/** The button that backs up what is due, where somebody has to start backups whose turn has come. */
export function BackUpDue() {
  const due = useQuery(dueVms()).data
  return (
    due && (
      <Suspense>
        <DueButton due={due} />
      </Suspense>
    )
  )
}
