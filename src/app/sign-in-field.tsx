import { type ReactNode, useId, useState } from 'react'

import { m } from '~/texts/messages'

import classes from './sign-in.module.css'

/** A field with its label. Plain elements: this page comes before everything else, and brings no library of inputs. */
export function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** The password, which a press shows to whoever wants to check what was typed. */
export function PasswordField({ autofocus }: { readonly autofocus: boolean }) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={m.session_password()}>
      {(id) => (
        <span className={classes['password']}>
          <input
            id={id}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            required
            data-autofocus={autofocus || undefined}
          />
          <button
            type="button"
            aria-label={m.session_show_password()}
            aria-pressed={shown}
            onClick={() => setShown((now) => !now)}
          >
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
