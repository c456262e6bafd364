import type { KeyboardEvent as KeyPress, ReactNode, SyntheticEvent } from 'react'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { float } from './floating'

import classes from './floating.module.css'

/** What a hint gives to the control that it belongs to. */
export interface HintTrigger {
  readonly onPointerEnter: (event: SyntheticEvent<HTMLElement>) => void
  readonly onPointerLeave: () => void
  readonly onFocus: (event: SyntheticEvent<HTMLElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyPress<HTMLElement>) => void
  readonly onClick: (event: SyntheticEvent<HTMLElement>) => void
  readonly 'aria-describedby': string | undefined
  readonly 'data-mantine-stop-propagation': boolean | undefined
}

/**
 * Words beside a control, on hover, focus and tap. They can be hovered, stay until dismissed, and Escape closes them
 * (WCAG 1.4.13). Never the only place of something that must be read.
 */
export function Hint({
  content,
  quiet = false,
  children,
}: {
  readonly content: ReactNode
  /** Says nothing for now: something larger says the same. */
  readonly quiet?: boolean
  readonly children: (trigger: HintTrigger) => ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [leaving, setLeaving] = useState(false)
  const id = useId()

  // The pointer needs a moment to cross the gap between the control and its words.
  useEffect(() => {
    if (!leaving) return undefined
    const timer = setTimeout(() => {
      setLeaving(false)
      setAnchor(null)
    }, 160)
    return () => clearTimeout(timer)
  }, [leaving])
  const stay = () => setLeaving(false)
  const leave = () => setLeaving(true)
  const open = (event: SyntheticEvent<HTMLElement>) => {
    stay()
    setAnchor(event.currentTarget)
  }
  const close = () => {
    stay()
    setAnchor(null)
  }

  return (
    <>
      {children({
        onPointerEnter: open,
        onPointerLeave: leave,
        onFocus: (event) => {
          if (event.currentTarget.matches(':focus-visible')) open(event)
        },
        onBlur: close,
        onKeyDown: (event) => {
          if (event.key === 'Escape') close()
        },
        onClick: open,
        'aria-describedby': anchor ? id : undefined,
        'data-mantine-stop-propagation': anchor ? true : undefined,
      })}
      {anchor &&
        !quiet &&
        createPortal(
          <HintPanel id={id} anchor={anchor} onPointerEnter={stay} onPointerLeave={leave} onClose={close}>
            {content}
          </HintPanel>,
          document.body,
        )}
    </>
  )
}

function HintPanel({
  id,
  anchor,
  onPointerEnter,
  onPointerLeave,
  onClose,
  children,
}: {
  readonly id: string
  readonly anchor: HTMLElement
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (panel.current ? float(panel.current, anchor, 'start') : undefined), [anchor])

  // A control without the focus hears neither Escape nor that a finger went elsewhere.
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !panel.current?.contains(target) && !anchor.contains(target)) close()
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close()
    }
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('keydown', onKey)
    }
  }, [anchor])
  return (
    <div
      ref={panel}
      id={id}
      role="tooltip"
      popover="manual"
      className={classes['panel']}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
    >
      {children}
    </div>
  )
}
