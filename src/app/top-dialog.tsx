import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react'

import classes from './top-dialog.module.css'

/**
 * A modal dialog of the browser's own, for what belongs to the console as a whole: it lies over all others. Render it
 * while it is open. Escape and a press outside close it; the focus stays inside, and goes back to where it was.
 */
export function TopDialog({
  label,
  look,
  onClose,
  children,
}: {
  readonly label: string
  /** `search` stands high and keeps its place while its content changes. */
  readonly look: 'search' | 'sheet' | 'question'
  /** Without it there is no way around what is asked. */
  readonly onClose?: () => void
  readonly children: ReactNode
}) {
  const box = useRef<HTMLDialogElement>(null)
  const close = useEffectEvent(() => onClose?.())
  useLayoutEffect(() => {
    const dialog = box.current
    if (!dialog) return undefined
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    const onCancel = (event: Event): void => {
      event.preventDefault()
      close()
    }
    // What is pressed and let go outside; not what was pressed inside and let go there.
    const onPress = (event: PointerEvent): void => {
      if (event.target === dialog) close()
    }
    // A page may not hear `cancel` twice without a press between.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    // What lies below lets nothing scroll but itself.
    const onScroll = (event: Event): void => event.stopPropagation()
    dialog.addEventListener('wheel', onScroll, { passive: true })
    dialog.addEventListener('touchmove', onScroll, { passive: true })
    dialog.addEventListener('keydown', onKey)
    dialog.addEventListener('cancel', onCancel)
    dialog.addEventListener('pointerdown', onPress)
    return () => {
      dialog.removeEventListener('wheel', onScroll)
      dialog.removeEventListener('touchmove', onScroll)
      dialog.removeEventListener('keydown', onKey)
      dialog.removeEventListener('cancel', onCancel)
      dialog.removeEventListener('pointerdown', onPress)
      // Closed while it is still in the page, it gives the focus back.
      dialog.close()
    }
  }, [])
  return (
    <dialog
      ref={box}
      aria-label={label}
      aria-modal="true"
      closedby={onClose ? 'closerequest' : 'none'}
      className={classes['dialog']}
      data-look={look}
    >
      <div className={classes['body']}>{children}</div>
    </dialog>
  )
}
