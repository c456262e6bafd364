import type { ReactNode } from 'react'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'

import type { Align } from './floating'
import { float } from './floating'

import classes from './floating.module.css'

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex="0"]'

/** Tab past the last control goes on behind the anchor, Shift+Tab before the first one back to it, wherever the panel stands. */
function leaveAtEdge(event: KeyboardEvent, panel: HTMLElement, anchor: HTMLElement, close: () => void): void {
  const at = document.activeElement
  if (!panel.contains(at)) return
  const controls = [...panel.querySelectorAll<HTMLElement>(focusable)]
  const edge = event.shiftKey ? at === panel || at === controls[0] : controls.length === 0 || at === controls.at(-1)
  if (!edge) return
  if (event.shiftKey) event.preventDefault()
  anchor.focus()
  close()
}

/**
 * A small dialog beside the control that opened it, not modal. Render it while it is open. It takes the focus, closes
 * on Escape, on a press outside and when the focus leaves it, and gives the focus back to its anchor on Escape.
 */
export function Popup({
  anchor,
  label,
  onClose,
  align = 'start',
  look = 'normal',
  children,
}: {
  readonly anchor: HTMLElement
  /** What it is about, for those who do not see where it stands. */
  readonly label: string
  readonly onClose: () => void
  readonly align?: Align
  /** `wide` for evidence, `bare` for lists of choices that bring their own padding. */
  readonly look?: 'normal' | 'wide' | 'bare'
  readonly children: ReactNode
}) {
  const panel = useRef<HTMLDialogElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const shown = panel.current
    if (!shown) return undefined
    const stop = float(shown, anchor, align)
    shown.focus({ preventScroll: true })
    const onPress = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || shown.contains(event.target) || anchor.contains(event.target)) return
      close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') leaveAtEdge(event, shown, anchor, close)
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      close()
      anchor.focus()
    }
    const onLeave = (event: FocusEvent) => {
      const to = event.relatedTarget
      if (to instanceof Node && !shown.contains(to) && !anchor.contains(to)) close()
    }
    document.addEventListener('pointerdown', onPress, true)
    window.addEventListener('keydown', onKey, true)
    shown.addEventListener('focusout', onLeave)
    return () => {
      stop()
      document.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('keydown', onKey, true)
      shown.removeEventListener('focusout', onLeave)
    }
  }, [anchor, align])

  return (
    <dialog
      ref={panel}
      aria-label={label}
      tabIndex={-1}
      popover="manual"
      className={classes['panel']}
      data-wide={look === 'wide' || undefined}
      data-bare={look === 'bare' || undefined}
    >
      {children}
    </dialog>
  )
}
