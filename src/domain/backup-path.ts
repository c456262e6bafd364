import { checkLinux, checkWindows, startsWithDrive, startsWithShare } from './path-families'

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

export type CheckedPath<P = PathProblem> =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: P }

/**
 * Checks the path of a folder or file in a guest and gives its normal form: no doubled strokes, none at the end; on
 * Windows backslashes and a capital drive letter. Paths start at the root (`/etc`), a drive (`C:\Data`, `C:/Data`) or a
 * share (`\\server\share\folder`). Nothing is looked up in the guest. Never throws.
 */
export function checkBackupPath(path: string, os: GuestOs): CheckedPath {
  if (os === 'linux') return checkLinux(path)
  const windows = checkWindows(path)
  if (os === 'windows' || windows.ok) return windows
  const linux = checkLinux(path)
  if (linux.ok || path.trim() === '') return linux
  return { ok: false, problem: { code: 'neither', linux: linux.problem, windows: windows.problem } }
}

/** A form to compare paths by: Windows knows no letter case. A path that is refused is compared as it is written. */
export function pathKey(path: string, os: GuestOs): string {
  const checked = checkBackupPath(path, os)
  const form = checked.ok ? checked.path : path.trim()
  const asWindows = os === 'windows' || (os === 'unknown' && (startsWithDrive(form) || startsWithShare(form)))
  return asWindows ? form.toLowerCase() : form
}

/** Whether two paths name the same place. */
export const samePath = (a: string, b: string, os: GuestOs): boolean => pathKey(a, os) === pathKey(b, os)

const strokeOf = (key: string): string => (key.includes('\\') ? '\\' : '/')

/**
 * Keys of all places that would hold a path, the outermost first: a backup of one of them holds the path already. Each
 * stands there with and without a stroke at its end, which only the key of a root has, such as `/` or `c:\`.
 */
export function keysAround(path: string, os: GuestOs): readonly string[] {
  const key = pathKey(path, os)
  return Array.from(key.matchAll(/[/\\]/g))
    .flatMap(({ 0: stroke, index: at }) =>
      [key.slice(0, at), key.slice(0, at + 1)].filter((outer) => outer !== '' && strokeOf(outer) === stroke),
    )
    .filter((outer) => outer !== key)
}

/**
 * The paths of a pasted text, one a line, in their order: blanks around a line and the quotes that Windows puts around a
 * copied path are dropped, and empty lines. Nothing is checked.
 */
export const parsePathList = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .map((line) => (line.length > 1 && line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1) : line))
    .filter((line) => line !== '')
