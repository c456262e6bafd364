import { useEffect, useRef } from 'react'

import type { ExplainedError } from './error-panel'
import { ErrorWords } from './error-panel'
import { Notice } from './notice'

/**
 * Why a form was not accepted, above its buttons. It takes the focus when it appears, and only then: whoever goes on in the
 * form is not called back while it stands. Typed values stay.
 */
export function FormError({ error }: { readonly error: ExplainedError | null }) {
  const box = useRef<HTMLDivElement>(null)
  // The same words come as another object whenever the form is drawn.
  const said = error && [error.title, error.detail, error.code].join('\n')
  useEffect(() => {
    if (said !== null) box.current?.focus()
  }, [said])
  if (!error) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="bad" title={error.title} announce="urgent">
        <ErrorWords error={error} />
      </Notice>
    </div>
  )
}
