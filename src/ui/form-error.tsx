import { useEffect, useRef } from 'react'

import type { ExplainedError } from './error-panel'
import { ErrorWords } from './error-panel'
import { Notice } from './notice'

/** Why a form was not accepted, above its buttons. It takes the focus when it appears; typed values stay. */
export function FormError({ error }: { readonly error: ExplainedError | null }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  if (!error) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="bad" title={error.title} announce="urgent">
        <ErrorWords error={error} />
      </Notice>
    </div>
  )
}
