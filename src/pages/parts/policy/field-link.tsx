import type { ReactNode } from 'react'

/** A link to a field of the form on this page, by the field's id. The address stays: a part of a form is no place of its own. */
export const FieldLink = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <a
    href={`#${id}`}
    onClick={(event) => {
      event.preventDefault()
      document.getElementById(id)?.focus()
    }}
  >
    {children}
  </a>
)
