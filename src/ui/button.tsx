import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'react-router'

import classes from './button.module.css'

interface Look {
  readonly children: ReactNode
  readonly variant?: 'filled' | 'default' | 'subtle'
  readonly size?: 'xs' | 'sm' | 'md' | 'compact-xs' | 'compact-sm'
  readonly fullWidth?: boolean
  readonly leftSection?: ReactNode
}

interface ButtonProps
  extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className' | 'disabled'> {
  /** The work is under way: the button is busy and takes no second press. */
  readonly loading?: boolean
}

const lookOf = ({ variant = 'filled', size = 'sm', fullWidth = false }: Look) => ({
  className: classes['button'],
  'data-variant': variant,
  'data-size': size,
  'data-block': fullWidth || undefined,
})

const Inside = ({ children, leftSection }: Look) => (
  <>
    {leftSection !== undefined && <span className={classes['section']}>{leftSection}</span>}
    <span className={classes['label']}>{children}</span>
  </>
)

/**
 * The button of the first screens: it looks as the kit's other buttons do, and is one plain element, so that these
 * screens do not wait for a library of components.
 */
export function Button({
  children,
  variant,
  size,
  fullWidth,
  leftSection,
  loading = false,
  type = 'button',
  onClick,
  ...others
}: ButtonProps) {
  const look: Look = {
    children,
    leftSection,
    ...(variant && { variant }),
    ...(size && { size }),
    ...(fullWidth !== undefined && { fullWidth }),
  }
  return (
    <button
      {...others}
      {...lookOf(look)}
      type={type === 'submit' ? 'submit' : 'button'}
      aria-disabled={loading || others['aria-disabled']}
      data-loading={loading || undefined}
      onClick={(event) => {
        if (loading) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <Inside {...look} />
      {loading && <span className={classes['loader']} aria-hidden="true" />}
    </button>
  )
}

/** A link that looks like a button. */
export const ButtonLink = ({ to, ...look }: Look & { readonly to: string }) => (
  <Link to={to} {...lookOf(look)}>
    <Inside {...look} />
  </Link>
)

/** The same for an address outside of the console; `_blank` leaves this page as it is. */
export const ButtonAway = ({ href, target, ...look }: Look & { readonly href: string; readonly target?: '_blank' }) => (
  <a href={href} {...(target && { target, rel: 'noopener noreferrer' })} {...lookOf(look)}>
    <Inside {...look} />
  </a>
)

/** The cross that takes something away. */
export const CloseButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <button type="button" className={classes['close']} aria-label={label} onClick={onClick}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="m4 4 8 8M12 4l-8 8" />
    </svg>
  </button>
)
