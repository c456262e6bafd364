/** The family of a guest's operating system; `unknown` takes a path that either family takes. */
export type GuestOs = 'linux' | 'windows' | 'unknown'

/** What is wrong with a path. Positions count characters from 0. */
export type PathProblem =
  | { readonly code: 'empty' }
  /** It does not start at the root, a drive or a share. */
  | { readonly code: 'relative'; readonly os: 'linux' | 'windows' }
  /** It is written as the other family writes paths. */
  | { readonly code: 'other-os'; readonly os: 'linux' | 'windows' }
  /** `~` means nothing to a backup system: whose home would it be? */
  | { readonly code: 'home' }
  /** `C:folder` and `C:` depend on a current folder. */
  | { readonly code: 'drive-relative'; readonly drive: string }
  | { readonly code: 'share-missing' }
  /** `\\?\` and `\\.\` name devices. */
  | { readonly code: 'device' }
  /** `.` or `..` as a part. */
  | { readonly code: 'dots'; readonly part: string }
  | { readonly code: 'control'; readonly position: number }
  | { readonly code: 'forbidden'; readonly char: string; readonly position: number }
  /** A name that Windows keeps for devices, such as `NUL`. */
  | { readonly code: 'reserved'; readonly part: string }
  /** Windows drops a dot or a space at the end of a name. */
  | { readonly code: 'ending'; readonly part: string }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'part-too-long'; readonly part: string; readonly most: number }
  | {
      readonly code: 'neither'
      readonly linux: Exclude<PathProblem, { readonly code: 'neither' }>
      readonly windows: Exclude<PathProblem, { readonly code: 'neither' }>
    }

/** One family's problem. */
export type OneProblem = Exclude<PathProblem, { readonly code: 'neither' }>

/** The path in its normal form, or the first thing that is wrong with it. */
export type CheckedPath<P = PathProblem> =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: P }
