import { type ReactNode, useState } from 'react'

import { Popup } from '~/ui/popup'

import { Chevron } from './chevron'

import classes from './toolbar.module.css'

/** A button that opens the choices of one filter beside it. */
export function FilterButton({
  label,
  about,
  active,
  children,
}: {
  readonly label: string
  /** What one chooses there, for those who do not see where the choices stand. */
  readonly about: string
  readonly active: boolean
  /** Given a way to close the choices, with the focus back on the button. */
  readonly children: (done: () => void) => ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <button
        type="button"
        className={classes['filter']}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        data-active={active || undefined}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        {label}
        <Chevron />
      </button>
      {anchor && (
        <Popup anchor={anchor} label={about} look="bare" onClose={() => setAnchor(null)}>
          {children(() => {
            setAnchor(null)
            anchor.focus()
          })}
        </Popup>
      )}
    </>
  )
}
