import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * A part that covers the whole page, modal, and that can be printed: a library's dialog holds the page in a way that
 * prints one sheet only. Render it while it is open. The first control takes the focus, everything else takes none,
 * Escape closes it, and the focus goes back to where it was.
 */
export function Cover({
  label,
  className,
  onClose,
  children,
}: {
  readonly label: string
  readonly className: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const cover = useRef<HTMLDialogElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const shown = cover.current
    if (!shown) return undefined
    const before = document.activeElement
    const others = [...document.body.children].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one !== shown && !one.inert,
    )
    for (const one of others) one.inert = true
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      close()
    }
    document.addEventListener('keydown', onKey)
    shown.querySelector('button')?.focus()
    return () => {
      document.removeEventListener('keydown', onKey)
      for (const one of others) one.inert = false
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return createPortal(
    <dialog ref={cover} open aria-modal="true" aria-label={label} className={className}>
      {children}
    </dialog>,
    document.body,
  )
}
