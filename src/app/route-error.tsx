import { useRevalidator, useRouteError } from 'react-router'

import { ApiError } from '~/api/error'
import { explainError } from '~/texts/errors'
import { Crash } from '~/ui/crash'
import { ErrorPanel } from '~/ui/error-panel'

/** A page that could not be shown: the platform's refusal in words, or a failure of our own. */
export function RouteError() {
  const error = useRouteError()
  const revalidator = useRevalidator()
  const again = () => void revalidator.revalidate()
  if (error instanceof ApiError)
    return <ErrorPanel error={explainError(error)} onRetry={again} retrying={revalidator.state === 'loading'} />
  return <Crash error={error} onRetry={again} />
}
