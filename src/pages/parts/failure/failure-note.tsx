import { CopyButton } from '@mantine/core'

import { failureCause } from '~/domain/failure-cause'
import { UserText } from '~/pages/parts/user-text'
import { failureWords } from '~/texts/failure-words'
import { m } from '~/texts/messages'
import { useNow } from '~/ui/use-now'

import { type FailureFacts, supportText } from './support-text'

import classes from './failure.module.css'

/**
 * A failure in words: its cause, the next step, who can, whether to try again. The platform's own text is one press away;
 * where the cause is not known it stands open.
 */
export function FailureNote({ facts }: { readonly facts: FailureFacts }) {
  const { text, code = null } = facts
  const cause = failureCause(text, code)
  const { title, next, who, retry } = failureWords(cause, text !== null)
  return (
    <div className={classes['failure']}>
      <p className={classes['title']}>{title}</p>
      <dl className={classes['facts']}>
        <dt>{m.failures_next()}</dt>
        <dd>{next}</dd>
        {who !== null && (
          <>
            <dt>{m.failures_who()}</dt>
            <dd>{who}</dd>
          </>
        )}
        {retry !== null && (
          <>
            <dt>{m.failures_retry()}</dt>
            <dd>{retry}</dd>
          </>
        )}
      </dl>
      {text !== null && (
        <details className={classes['said']} open={cause === null}>
          <summary>{m.failures_said()}</summary>
          <blockquote className={classes['text']}>
            <UserText>{text}</UserText>
          </blockquote>
        </details>
      )}
      <CopyForSupport facts={facts} />
    </div>
  )
}

/** What support asks for, in one press. */
export function CopyForSupport({ facts }: { readonly facts: FailureFacts }) {
  const now = useNow(60_000)
  return (
    <CopyButton value={supportText(facts, window.location.href, now)}>
      {({ copied, copy }) => (
        <button type="button" className={classes['copy']} onClick={copy}>
          {copied ? m.failures_copied() : m.failures_copy()}
        </button>
      )}
    </CopyButton>
  )
}

/** Cause and next step in two lines, where there is no room for more; the platform's own text when the cause is not known. */
export function FailureBrief({ text }: { readonly text: string | null }) {
  const cause = failureCause(text)
  const { title, next } = failureWords(cause, text !== null)
  if (cause === null && text !== null)
    return (
      <span className={classes['brief']}>
        <UserText>{text}</UserText>
      </span>
    )
  return (
    <span className={classes['brief']}>
      <strong>{title}</strong>
      <span>{next}</span>
    </span>
  )
}
