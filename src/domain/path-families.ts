import type { CheckedPath, OneProblem } from './path-problem'

/** Linux counts bytes (`PATH_MAX` with its final NUL, `NAME_MAX`); Windows counts UTF-16 units. */
const limits = { linux: { path: 4_095, part: 255 }, windows: { path: 32_767, part: 255 } } as const

const shown = 40

const bytes = (text: string): number => new TextEncoder().encode(text).length

const no = (problem: OneProblem): CheckedPath<OneProblem> => ({ ok: false, problem })

/** C0 and C1 control characters, NUL and DEL among them. */
function controlAt(path: string): number {
  for (let index = 0; index < path.length; index += 1) {
    const code = path.charCodeAt(index)
    if (code < 32 || (code >= 127 && code < 160)) return index
  }
  return -1
}

/** What both families refuse, before a path is taken apart. */
function common(path: string, os: 'linux' | 'windows'): OneProblem | null {
  if (path.trim() === '') return { code: 'empty' }
  if (path.length > limits[os].path || (os === 'linux' && bytes(path) > limits[os].path))
    return { code: 'too-long', most: limits[os].path }
  const position = controlAt(path)
  if (position >= 0) return { code: 'control', position }
  return path.startsWith('~') ? { code: 'home' } : null
}

const isDots = (part: string): boolean => part === '.' || part === '..'

/** Whether it begins as a path of a Windows drive does (`C:`), with or without a stroke after it. */
export const startsWithDrive = (path: string): boolean => /^[A-Za-z]:/.test(path)
/** Whether it begins as a path of a Windows share does (`\\server`). */
export const startsWithShare = (path: string): boolean => path.startsWith('\\\\')

/** Checks a path as Linux writes it. */
export function checkLinux(path: string): CheckedPath<OneProblem> {
  const wrong = common(path, 'linux')
  if (wrong) return no(wrong)
  if (!path.startsWith('/'))
    return no(
      startsWithDrive(path) || startsWithShare(path)
        ? { code: 'other-os', os: 'linux' }
        : { code: 'relative', os: 'linux' },
    )
  const parts = path.split('/').filter((part) => part !== '')
  for (const part of parts) {
    if (isDots(part)) return no({ code: 'dots', part })
    if (bytes(part) > limits.linux.part)
      return no({ code: 'part-too-long', part: part.slice(0, shown), most: limits.linux.part })
  }
  return { ok: true, path: `/${parts.join('/')}` }
}

const reserved =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?: *\.|$)/i

/** What Windows does not take as the name of a file or a folder; `at` is where it stands in the path. */
function windowsPart(part: string, at: number): OneProblem | null {
  if (isDots(part)) return { code: 'dots', part }
  const bad = part.search(/[<>:"|?*]/)
  if (bad >= 0) return { code: 'forbidden', char: part.charAt(bad), position: at + bad }
  if (part.length > limits.windows.part)
    return { code: 'part-too-long', part: part.slice(0, shown), most: limits.windows.part }
  if (part.endsWith('.') || part.endsWith(' ')) return { code: 'ending', part: part.slice(-shown) }
  return reserved.test(part) ? { code: 'reserved', part: part.slice(0, shown) } : null
}

/** The names after a drive or the two strokes of a share, or the first thing wrong in them. */
function windowsParts(path: string, from: number): readonly string[] | OneProblem {
  const parts: string[] = []
  let at = from
  for (const part of path.slice(from).split('\\')) {
    if (part !== '') {
      const wrong = windowsPart(part, at)
      if (wrong) return wrong
      parts.push(part)
    }
    at += part.length + 1
  }
  return parts
}

const isProblem = (value: readonly string[] | OneProblem): value is OneProblem => 'code' in value

function checkShare(path: string): CheckedPath<OneProblem> {
  if (path.startsWith('\\\\?\\') || path.startsWith('\\\\.\\')) return no({ code: 'device' })
  const parts = windowsParts(path, 2)
  if (isProblem(parts)) return no(parts)
  return parts.length < 2 ? no({ code: 'share-missing' }) : { ok: true, path: `\\\\${parts.join('\\')}` }
}

/** Checks a path as Windows writes it; slashes count as backslashes. */
export function checkWindows(written: string): CheckedPath<OneProblem> {
  const wrong = common(written, 'windows')
  if (wrong) return no(wrong)
  const path = written.replaceAll('/', '\\')
  if (startsWithShare(path))
    return written.startsWith('//') ? no({ code: 'other-os', os: 'windows' }) : checkShare(path)
  if (!startsWithDrive(path))
    return no(written.startsWith('/') ? { code: 'other-os', os: 'windows' } : { code: 'relative', os: 'windows' })
  const drive = path.slice(0, 2).toUpperCase()
  if (path.charAt(2) !== '\\') return no({ code: 'drive-relative', drive })
  const parts = windowsParts(path, 3)
  return isProblem(parts) ? no(parts) : { ok: true, path: `${drive}\\${parts.join('\\')}` }
}
