import { m } from '~/texts/messages'
import { CheckBox } from '~/ui/check-box'

import { selection, useSelected } from './selection'

const withShift = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey

/** Takes a VM into the selection; with Shift all from the last one on. */
export function SelectBox({ id, name }: { readonly id: string; readonly name: string }) {
  const checked = useSelected(id)
  return (
    <CheckBox
      aria-label={m.bulk_select({ name })}
      checked={checked}
      onChange={({ nativeEvent }) => selection.press(id, withShift(nativeEvent))}
    />
  )
}
