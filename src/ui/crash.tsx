import { useState } from 'react'

import { m } from '~/texts/messages'

import { Button } from './button'
import { EmptyState } from './empty-state'
import { details } from './scrub'

import classes from './crash.module.css'

/** What the browser says when a part of the console cannot be fetched: a new version has replaced it, or the network is gone. */
const missingPart = /dynamically imported module|importing a module script failed|unable to preload css/i

/** A failure of the console itself: in words, with a way on, and with details to copy that hold no secrets. */
export function Crash({
  error,
  title = m.crash_title(),
  onRetry,
}: {
  readonly error: unknown
  readonly title?: string
  readonly onRetry?: () => void
}) {
  const updated = error instanceof Error && missingPart.test(error.message)
  const reload = <Button onClick={() => window.location.reload()}>{m.crash_reload()}</Button>
  if (updated)
    return (
      <div role="alert">
        <EmptyState shape="restore" title={m.crash_updated_title()} text={m.crash_updated_text()} action={reload} />
      </div>
    )
  return (
    <div role="alert">
      <EmptyState
        shape="alert"
        title={title}
        text={m.crash_text()}
        action={
          <>
            {onRetry && (
              <Button onClick={onRetry} variant="default">
                {m.common_retry()}
              </Button>
            )}
            {reload}
          </>
        }
      />
      <Details error={error} />
    </div>
  )
}

function Details({ error }: { readonly error: unknown }) {
  const [text] = useState(() => details(error, new Date()))
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <details className={classes['details']}>
      <summary>{m.crash_details()}</summary>
      <pre className={classes['text']}>{text}</pre>
      <Button size="xs" variant="default" onClick={() => void copy()}>
        {copied ? m.crash_copied() : m.crash_copy()}
      </Button>
    </details>
  )
}
