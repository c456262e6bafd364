import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Seconds for which a decision can be taken back. */
const seconds = 10
/** Milliseconds. Who comes later than that slept on the way, and nothing is sent late. */
const patience = 5_000

/** A decision that is carried out in a while. Leaving the page that shows it takes it back. */
export interface Grace {
  /** Seconds until it is carried out; null: nothing waits. */
  readonly left: number | null
  readonly begin: () => void
  readonly undo: () => void
  /** Carries it out at once. */
  readonly now: () => void
}

/**
 * Ten seconds between a decision and what follows from it.
 * @param onOver carries it out, once
 * @param onLate instead of it, where the device slept meanwhile
 */
export function useGrace(onOver: () => void, onLate: () => void): Grace {
  const [left, setLeft] = useState<number | null>(null)
  /** Epoch milliseconds. Null also between the end and the next drawing: a second press ends nothing. */
  const due = useRef<number | null>(null)
  const end = (): void => {
    const at = due.current
    due.current = null
    setLeft(null)
    if (at !== null) (Date.now() - at > patience ? onLate : onOver)()
  }
  const step = useEffectEvent((): void => {
    if (left === 1 || Date.now() > (due.current ?? 0)) end()
    else setLeft(left && left - 1)
  })
  useEffect(() => {
    if (left === null) return undefined
    const timer = setTimeout(() => step(), 1_000)
    return () => clearTimeout(timer)
  }, [left])
  return {
    left,
    begin: () => {
      due.current = Date.now() + seconds * 1_000
      setLeft(seconds)
    },
    undo: () => {
      due.current = null
      setLeft(null)
    },
    now: end,
  }
}
