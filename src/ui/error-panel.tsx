import type { ReactNode } from 'react'

import { m } from '~/texts/messages'

import { Button } from './button'
import { Notice } from './notice'

import classes from './blank.module.css'

/** An error in words: what happened, what is known about it, what to do next, and the code for support. */
export interface ExplainedError {
  readonly title: string
  readonly detail: string | null
  readonly next: string | null
  readonly code: string | null
}

/** What went wrong in one panel, where its content would be; the rest of the page goes on. */
export function ErrorPanel({
  error,
  onRetry,
  retrying = false,
  action,
  heads = false,
}: {
  readonly error: ExplainedError
  readonly onRetry?: () => void
  readonly retrying?: boolean
  readonly action?: ReactNode
  /** As of `Notice`: nothing else of the page is there. */
  readonly heads?: boolean
}) {
  const retry = onRetry && (
    <Button variant="default" size="xs" onClick={onRetry} loading={retrying}>
      {m.common_retry()}
    </Button>
  )
  return (
    <Notice
      tone="bad"
      title={error.title}
      announce="urgent"
      heads={heads}
      action={
        retry || action ? (
          <>
            {retry}
            {action}
          </>
        ) : undefined
      }
    >
      <ErrorWords error={error} />
    </Notice>
  )
}

/** The lines of an error below its title. */
export function ErrorWords({ error }: { readonly error: ExplainedError }) {
  return (
    <>
      {error.detail !== null && <p>{error.detail}</p>}
      {error.next !== null && <p>{error.next}</p>}
      {error.code !== null && <p className={classes['code']}>{m.common_error_code({ code: error.code })}</p>}
    </>
  )
}
