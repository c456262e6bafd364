import { Link } from 'react-router'

import { m } from '~/texts/messages'
import { SkeletonBar } from '~/ui/skeleton-rows'

import type { Known } from './use-sight'

import classes from './figure.module.css'

const unknownWords = {
  unseen: m.infrastructure_unseen,
  failed: m.infrastructure_unread,
} as const

/** A number with its label: what is not known is said in words, and never a zero. */
export function Figure<T>({
  label,
  known,
  show,
  to,
  tone,
}: {
  readonly label: string
  readonly known: Known<T>
  readonly show: (value: T, whole: boolean) => string
  /** Where the number's things are listed, when there are any. */
  readonly to?: ((value: T) => string | null) | undefined
  readonly tone?: ((value: T) => 'bad' | 'warning' | null) | undefined
}) {
  return (
    <div className={classes['figure']}>
      <dt>{label}</dt>
      <dd data-tone={known.state === 'read' ? tone?.(known.value) : undefined}>
        {known.state === 'reading' && <SkeletonBar width="3rem" height="1rem" />}
        {(known.state === 'unseen' || known.state === 'failed') && (
          <span className={classes['words']}>{unknownWords[known.state]()}</span>
        )}
        {known.state === 'read' && <Value known={known} show={show} to={to?.(known.value) ?? null} label={label} />}
      </dd>
    </div>
  )
}

function Value<T>({
  known: { value, whole },
  show,
  to,
  label,
}: {
  readonly known: Extract<Known<T>, { readonly state: 'read' }>
  readonly show: (value: T, whole: boolean) => string
  readonly to: string | null
  readonly label: string
}) {
  const words = show(value, whole)
  if (to === null) return words
  return (
    <Link to={to} className={classes['link']} aria-label={m.infrastructure_figure_link({ value: words, label })}>
      {words}
    </Link>
  )
}
