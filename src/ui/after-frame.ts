import { useEffect, useRef } from 'react'

/** Does something once the frame that comes next is on the screen, for it must not wait. Gives what calls it off. */
export function afterFrame(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** The same for a part of a page: what is given last takes the place of what still waits, and goes with the part. */
export function useAfterFrame(): (act: () => void) => void {
  const callOff = useRef<() => void>(undefined)
  useEffect(() => () => callOff.current?.(), [])
  return (act) => {
    callOff.current?.()
    callOff.current = afterFrame(act)
  }
}
