/** One key, or several pressed together, and what that does. */
export interface KeyLine {
  /** Several are pressed together; a word is asked for when it is shown. */
  readonly press: readonly (string | (() => string))[]
  /** Another key for the other way, e.g. the last beside the first. */
  readonly or?: readonly (string | (() => string))[]
  /** One after the other instead of together. */
  readonly inTurn?: boolean
  readonly does: () => string
}

/** Keys that work in one place: each part that has keys states its own. */
export interface KeyGroup {
  readonly where: () => string
  readonly keys: readonly KeyLine[]
}
