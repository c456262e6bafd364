import { useEffect, useRef } from 'react'

/** So many milliseconds after the last letter someone has typed what was meant. */
const rest = 300

function afterTyping(act: () => void): () => void {
  const callOff = (): void => {
    clearTimeout(timer)
    removeEventListener('focusout', goOn)
  }
  const goOn = (): void => {
    callOff()
    act()
  }
  const timer = setTimeout(goOn, rest)
  addEventListener('focusout', goOn)
  return callOff
}

/**
 * Does something once someone has typed: no more was given for a while, or the keyboard goes elsewhere, as it does before a
 * press on a link is heard. What is given last takes the place of what still waits, and goes with its part of the page.
 */
export function useAfterTyping(): (act: () => void) => void {
  const callOff = useRef<() => void>(undefined)
  useEffect(() => () => callOff.current?.(), [])
  return (act) => {
    callOff.current?.()
    callOff.current = afterTyping(act)
  }
}
