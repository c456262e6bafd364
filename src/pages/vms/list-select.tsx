import { m } from '~/texts/messages'

import { selection, useSelected } from './selection'

import classes from './list-select.module.css'

const withShift = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey

/** Takes a VM into the selection; with Shift all from the last one on. A plain element: there is one on each card. */
export function SelectBox({ id, name }: { readonly id: string; readonly name: string }) {
  const checked = useSelected(id)
  return (
    <label className={classes['target']}>
      <input
        type="checkbox"
        className={classes['box']}
        aria-label={m.bulk_select({ name })}
        checked={checked}
        onChange={({ nativeEvent }) => selection.press(id, withShift(nativeEvent))}
      />
    </label>
  )
}
