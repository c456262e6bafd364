import type { SignInGap, SignInKey } from '~/api/error'
import type { SignInField } from '~/api/port-sign-in'
import { m } from '~/texts/messages'
import type { ExplainedError } from '~/ui/error-panel'

import { Field, SecretField } from './sign-in-field'

const labels: Readonly<Record<SignInKey, () => string>> = {
  'api-key': m.session_api_key,
  'one-time-code': m.session_code,
  'first-code': m.session_first_code,
}

const hints: Readonly<Record<SignInKey, () => string>> = {
  'api-key': m.session_api_key_hint,
  'one-time-code': m.session_code_hint,
  'first-code': m.session_first_code_hint,
}

const wrongs: Readonly<Record<SignInKey, () => string>> = {
  'api-key': m.session_api_key_wrong,
  'one-time-code': m.session_code_wrong,
  'first-code': m.session_first_code_wrong,
}

/** What keeps a sign-in from going on: a step that is left, or what does not fit. */
export const gapWords = ({ key, wrong }: SignInGap): ExplainedError => ({
  title: wrong ? wrongs[key]() : m.session_more_title(),
  detail: wrong ? hints[key]() : m.session_more_text({ what: labels[key]() }),
  next: null,
  code: null,
})

/** The keyboard goes to what is asked for as soon as it is there. */
const focused = (input: HTMLInputElement | null): void => input?.focus()

/** A field besides name and password, as the platform asks for it. */
export function MoreField({
  field: { key, secret, when },
  wrong,
}: {
  readonly field: SignInField
  readonly wrong: boolean
}) {
  if (secret)
    return (
      <SecretField
        name={key}
        label={labels[key]()}
        show={m.session_show_api_key()}
        hint={hints[key]()}
        autoComplete="off"
        wrong={wrong}
      />
    )
  return (
    <Field label={labels[key]()} hint={hints[key]()}>
      {(id, hintId) => (
        <input
          id={id}
          ref={when === 'asked' ? focused : undefined}
          name={key}
          inputMode="numeric"
          autoComplete={key === 'one-time-code' ? 'one-time-code' : 'off'}
          spellCheck={false}
          required
          aria-describedby={hintId}
          aria-invalid={wrong || undefined}
        />
      )}
    </Field>
  )
}
