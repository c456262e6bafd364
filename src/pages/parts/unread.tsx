import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'

/** Asks again for what could not be read. */
export const Retry = ({ onClick }: { readonly onClick: () => void }) => (
  <Button variant="default" size="xs" onClick={onClick}>
    {m.common_retry()}
  </Button>
)

/** That something beside the list could not be read, and why; a way to read it again. Nothing while it was read. */
export function Unread({
  reading,
  title,
  children,
}: {
  readonly reading: Pick<UseQueryResult, 'error' | 'refetch'>
  readonly title: string
  /** What that means for what is shown. */
  readonly children?: ReactNode
}) {
  if (!reading.error) return null
  return (
    <Notice tone="unknown" title={title} action={<Retry onClick={() => void reading.refetch()} />}>
      {children}
      <p>{explainError(reading.error).title}</p>
    </Notice>
  )
}
