/** Milliseconds after which a browser that never rests counts as resting. */
const longestWait = 1_000

/**
 * The browser has drawn what it had to and has nothing else to do, or someone scrolls already. For what is wanted next, but
 * must not keep the first screen waiting.
 */
export const atRest = (): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      window.removeEventListener('scroll', end)
      resolve()
    }
    window.addEventListener('scroll', end, { passive: true })
    if ('requestIdleCallback' in window) window.requestIdleCallback(end, { timeout: longestWait })
    else setTimeout(end)
  })
