import { focusManager } from '@tanstack/react-query'

/** Someone can see the page, and the session goes on: what takes many questions rests until then. */
export const untilSeen = (): Promise<void> =>
  new Promise((resolve) => {
    if (focusManager.isFocused()) {
      resolve()
      return
    }
    const stop = focusManager.subscribe((seen) => {
      if (!seen) return
      stop()
      resolve()
    })
  })
