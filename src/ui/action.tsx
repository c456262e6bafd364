import type { ButtonProps } from '@mantine/core'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { m } from '~/texts/messages'

import { Hint } from './hint'
import { onePress } from './one-press'

import classes from './action.module.css'

/** A verdict in words: may be done, or why not, who can, and what would mend it. */
export type Explained =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: string; readonly who: string | null; readonly mend: string | null }

interface ActionProps {
  readonly verdict: Explained
  readonly children: ReactNode
  readonly onClick?: () => void
  /** An address instead of `onClick`. */
  readonly to?: string
  /** For a button that sends something. The work is under way: the button is busy and takes no second press. */
  readonly loading?: boolean
  readonly variant?: NonNullable<ButtonProps['variant']>
  readonly size?: NonNullable<ButtonProps['size']>
  readonly color?: NonNullable<ButtonProps['color']>
  readonly leftSection?: ReactNode
  readonly fullWidth?: boolean
  readonly type?: 'button' | 'submit'
  /** When the visible words do not say which of many things is meant. It must begin with the visible words. */
  readonly 'aria-label'?: string
}

/**
 * A button that is shown even when it may not be pressed, and then says why, who can, and how to mend it: what is
 * hidden cannot be learnt. A refused button keeps its place in the tab order (`aria-disabled`).
 */
export function Action({ verdict, children, onClick, to, type = 'button', ...look }: ActionProps) {
  if (verdict.ok) {
    if (to !== undefined)
      return (
        <Button component={Link} to={to} {...look}>
          {children}
        </Button>
      )
    return (
      <Button type={type} {...look} {...(look.loading !== undefined && onePress)} {...(onClick && { onClick })}>
        {children}
      </Button>
    )
  }
  return (
    <Hint content={<Refusal verdict={verdict} />}>
      {(trigger) => (
        <Button
          {...look}
          {...trigger}
          type="button"
          variant="default"
          className={classes['refused'] ?? ''}
          aria-disabled
          aria-description={[verdict.because, verdict.who, verdict.mend].filter((part) => part !== null).join(' ')}
        >
          {children}
        </Button>
      )}
    </Hint>
  )
}

/** Why something is refused, who can do it, and how to mend it, one under the other. */
export function Refusal({ verdict }: { readonly verdict: Extract<Explained, { ok: false }> }) {
  return (
    <div className={classes['refusal']}>
      <p className={classes['because']}>{verdict.because}</p>
      {verdict.who !== null && (
        <p>
          <span className={classes['term']}>{m.common_who_can()}</span> {verdict.who}
        </p>
      )}
      {verdict.mend !== null && (
        <p>
          <span className={classes['term']}>{m.common_what_helps()}</span> {verdict.mend}
        </p>
      )}
    </div>
  )
}
