import { useRef } from 'react'

/**
 * Lets one decision send one request: while an answer is awaited, further clicks are ignored. A button that is busy is
 * drawn a moment after the click; this holds from the first click on. The error itself is shown by the mutation.
 */
export function useOnce(): (send: () => Promise<unknown>) => void {
  const sending = useRef(false)
  return (send) => {
    if (sending.current) return
    sending.current = true
    const settle = (): void => {
      sending.current = false
    }
    send().then(settle, settle)
  }
}
