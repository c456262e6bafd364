import { lazy, Suspense, useState, useSyncExternalStore } from 'react'

import { requestsSight } from '~/pages/parts/requests/opened'

const RequestsPanel = lazy(() =>
  import('~/pages/parts/requests/requests-panel').then((module) => ({ default: module.RequestsPanel })),
)

/** The panel of requests, fetched when someone first asks for it; it then stays, so that the focus finds its way back. */
export function RequestsHost() {
  const opened = useSyncExternalStore(requestsSight.subscribe, requestsSight.get) !== null
  const [wanted, setWanted] = useState(false)
  if (opened && !wanted) setWanted(true)
  return (
    wanted && (
      <Suspense>
        <RequestsPanel />
      </Suspense>
    )
  )
}
