import { ShapeIcon } from '~/ui/state-mark'

import classes from './toolbar.module.css'

/** A filter that is on. */
export interface FilterChip {
  readonly key: string
  readonly label: string
  readonly value: string
  /** What pressing it does, in words. */
  readonly remove: string
  readonly onRemove: () => void
}

/** The filters that are on; a press takes one off, the last button all of them. */
export function FilterChips({
  chips,
  clear,
  onClear,
}: {
  readonly chips: readonly FilterChip[]
  readonly clear: string
  readonly onClear: () => void
}) {
  return (
    <div className={classes['active']}>
      {chips.map(({ key, label, value, remove, onRemove }) => (
        <button key={key} type="button" className={classes['chip']} aria-label={remove} onClick={onRemove}>
          <span className={classes['facet']}>{label}</span>
          <bdi>{value}</bdi>
          <ShapeIcon shape="close" />
        </button>
      ))}
      <button type="button" className={classes['clear']} onClick={onClear}>
        {clear}
      </button>
    </div>
  )
}
