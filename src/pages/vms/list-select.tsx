import { m } from '~/texts/messages'
import { CheckBox } from '~/ui/check-box'

import { selection, useSelected } from './selection'

import classes from './list-select.module.css'

const withShift = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey

/** A box to tick in a row or on a card. A plain element: there may be one in each of many. */
export const SmallBox = ({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean, nativeEvent: Event) => void
}) => (
  <label className={classes['target']}>
    <CheckBox
      aria-label={label}
      checked={checked}
      onChange={({ currentTarget, nativeEvent }) => onChange(currentTarget.checked, nativeEvent)}
    />
  </label>
)

/** Takes a VM into the selection; with Shift all from the last one on. */
export function SelectBox({ id, name }: { readonly id: string; readonly name: string }) {
  const checked = useSelected(id)
  return (
    <SmallBox
      label={m.bulk_select({ name })}
      checked={checked}
      onChange={(_, event) => selection.press(id, withShift(event))}
    />
  )
}
