import { type ReactNode, useId, useState } from 'react'

import { m } from '~/texts/messages'

import classes from './sign-in.module.css'

/** A field with its label. Plain elements: this page comes before everything else, and brings no library of inputs. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string
  /** Where one finds what is asked for. */
  readonly hint?: string | undefined
  readonly children: (id: string, hintId: string | undefined) => ReactNode
}) {
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{label}</label>
      {children(id, hintId)}
      {hint !== undefined && (
        <p id={hintId} className={classes['hint']}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** The password, which a press shows to whoever wants to check what was typed. */
export const PasswordField = ({ autofocus }: { readonly autofocus: boolean }) => (
  <SecretField
    name="password"
    label={m.session_password()}
    show={m.session_show_password()}
    autoComplete="current-password"
    autofocus={autofocus}
  />
)

/** What nobody should read over one's shoulder. */
export function SecretField({
  name,
  label,
  show,
  hint,
  autoComplete,
  autofocus = false,
  wrong = false,
}: {
  readonly name: string
  readonly label: string
  /** Says what the button does that shows what was typed. */
  readonly show: string
  readonly hint?: string
  readonly autoComplete: string
  readonly autofocus?: boolean
  readonly wrong?: boolean
}) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint}>
      {(id, hintId) => (
        <span className={classes['password']}>
          <input
            id={id}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            aria-describedby={hintId}
            aria-invalid={wrong || undefined}
            autoCapitalize="none"
            spellCheck={false}
            required
            data-autofocus={autofocus || undefined}
          />
          <button type="button" aria-label={show} aria-pressed={shown} onClick={() => setShown((now) => !now)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
              <circle cx="12" cy="12" r="3" />
              {shown && <path d="m4 20 16-16" />}
            </svg>
          </button>
        </span>
      )}
    </Field>
  )
}
