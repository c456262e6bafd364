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

async function holdLock(until: Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(unsavedLock, { mode: 'shared' }, () => until)
  } catch {
    // There are none without a safe connection, nor where a site's data are blocked: tabs ask each other then.
  }
}

/** A form holds something that is not saved, until what this returns is called. */
export function holdUnsaved(): () => void {
  forms += 1
  let release: (() => void) | null = null
  void holdLock(
    new Promise((released) => {
      release = released
    }),
  )
  return () => {
    forms -= 1
    release?.()
  }
}
