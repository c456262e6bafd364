import type { FormEvent } from 'react'
import { useState } from 'react'

import { ApiError, type SignInGap } from '~/api/error'
import { platform } from '~/api/platform'
import { signIn } from '~/api/session'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import type { ExplainedError } from '~/ui/error-panel'
import { ErrorWords } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import { Field, PasswordField } from './sign-in-field'
import { gapWords, MoreField } from './sign-in-more'

import classes from './sign-in.module.css'

/**
 * Words for a sign-in that failed. Which of name and password was wrong is not told. Where the sign-in itself is not found
 * there is no platform at that address: nobody deleted anything.
 */
export function signInProblem(error: unknown): ExplainedError {
  if (error instanceof ApiError && error.more) return gapWords(error.more)
  if (error instanceof ApiError && error.kind !== 'signed-out')
    return explainError(error.kind === 'not-found' ? error.but({ kind: 'contract' }) : error)
  if (error instanceof ApiError)
    return { title: m.session_wrong_title(), detail: m.session_wrong_text(), next: null, code: null }
  return { title: m.crash_title(), detail: null, next: m.session_try_later(), code: null }
}

const field = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

/**
 * Name and password, for password managers and paste as much as for fingers. With `user` the name is given: the same
 * person comes back to a session that ended.
 */
export function SignInForm({
  user = null,
  label = m.session_sign_in(),
}: {
  readonly user?: string | null
  readonly label?: string
}) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ExplainedError | null>(null)
  const [gaps, setGaps] = useState<readonly SignInGap[]>([])
  const asks = platform().signInAsks
  const fields = asks.fields.filter(({ key, when }) => when === 'always' || gaps.some((gap) => gap.key === key))
  const newest = gaps.at(-1) ?? null

  const submit = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      // The name goes without the blanks that a paste brings; the password exactly as it was typed.
      await signIn({
        user: user ?? field(form, 'username').trim(),
        password: field(form, 'password'),
        more: Object.fromEntries(fields.map(({ key }) => [key, field(form, key).trim()])),
      })
    } catch (error) {
      setProblem(signInProblem(error))
      const gap = error instanceof ApiError ? error.more : null
      if (gap) setGaps((before) => [...before, gap])
      setBusy(false)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) void submit(event.currentTarget)
  }

  return (
    <form className={classes['fields']} onSubmit={onSubmit}>
      {problem && (
        <Notice tone={newest && !newest.wrong ? 'neutral' : 'bad'} title={problem.title} announce="urgent">
          <ErrorWords error={problem} />
        </Notice>
      )}
      {user === null ? (
        <Field label={asks.user === 'email' ? m.session_email() : m.session_name()}>
          {(id) => (
            <input
              id={id}
              name="username"
              autoComplete="username"
              inputMode={asks.user === 'email' ? 'email' : undefined}
              autoCapitalize="none"
              spellCheck={false}
              required
              data-autofocus
            />
          )}
        </Field>
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={user} readOnly />
      )}
      <PasswordField autofocus={user !== null} />
      {fields.map((one) => (
        <MoreField key={one.key} field={one} wrong={newest?.key === one.key && newest.wrong} />
      ))}
      <Button type="submit" size="md" fullWidth loading={busy}>
        {label}
      </Button>
    </form>
  )
}
