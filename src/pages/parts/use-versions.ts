import { useState } from 'react'

/** A thing of the platform with a stamp of its content. */
interface Versioned {
  readonly revision: string
}

/**
 * The version that a form was opened on, and the one that the platform has now. The form follows the platform as long as
 * nothing is entered; from then on it stays, and when both changed a person decides.
 */
export function useVersions<T extends Versioned>(
  latest: T,
  {
    dirty,
    saving,
    sameAsMine,
  }: {
    readonly dirty: boolean
    /** While a save is under way the platform's new version is one's own. */
    readonly saving: boolean
    /** What was entered is what the platform has: someone did the same, or an answer was lost after all was done. */
    readonly sameAsMine: (latest: T) => boolean
  },
): {
  readonly base: T
  readonly conflicts: boolean
  /** Keeps what was entered, over what someone else saved: the next save is based on that. */
  readonly keepMine: () => void
} {
  const [base, setBase] = useState(latest)
  const moved = latest.revision !== base.revision
  const agrees = moved && (!dirty || sameAsMine(latest))
  // The pattern of React for state that follows a prop: at once, before anything is drawn with the old one.
  if (agrees && !saving) setBase(latest)
  return { base, conflicts: moved && !agrees && !saving, keepMine: () => setBase(latest) }
}
