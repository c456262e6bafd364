import { Chevron } from './chevron'

import classes from './toolbar.module.css'

/**
 * One of a few values, in the look of the filters beside it. The list is the browser's own: it reads best on phones and
 * to screen readers.
 */
export function PickOne<Value extends string | number>({
  label,
  value,
  offers,
  words,
  active = false,
  onPick,
}: {
  readonly label: string
  readonly value: Value
  readonly offers: readonly Value[]
  readonly words: (value: Value) => string
  /** It narrows what is shown. */
  readonly active?: boolean
  readonly onPick: (value: Value) => void
}) {
  return (
    <span className={classes['pick']} data-active={active || undefined}>
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          const next = offers.find((one) => String(one) === currentTarget.value)
          if (next !== undefined) onPick(next)
        }}
      >
        {offers.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
      <Chevron />
    </span>
  )
}
