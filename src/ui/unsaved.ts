const script = import.meta.url

/**
 * The name of a lock that this console's tabs share while something is not saved in them: a browser tells of a lock also
 * where the tab that holds it is frozen, or too busy to answer.
 */
export const unsavedLock = `holdfast.unsaved ${new URL('..', script).pathname}`

/** How many forms on the screen hold something that is not saved. */
let forms = 0

/** How many forms on the screen would lose something by leaving it. */
export const unsavedHere = (): number => forms

/** A form holds something that is not saved, until what this returns is called. */
export function holdUnsaved(): () => void {
  forms += 1
  let release: (() => void) | null = null
  const saved = new Promise<void>((done) => {
    release = done
  })
  // There are none without a safe connection, nor where a site's data are blocked: tabs ask each other then.
  navigator.locks?.request(unsavedLock, { mode: 'shared' }, () => saved).catch(() => null)
  return () => {
    forms -= 1
    release?.()
  }
}
