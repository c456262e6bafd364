import { checkLinux, checkWindows, startsWithDrive, startsWithShare } from './path-families'
import type { CheckedPath, GuestOs } from './path-problem'

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
