import { keysAround, pathKey } from '~/domain/backup-path'
import type { GuestOs } from '~/domain/path-problem'

/** What one path of a list has to do with the others: the same again, or lying inside another, which holds it already. */
export type PathNote = { readonly kind: 'same' | 'inside'; readonly as: string } | null

/** The note for each path of a list, in its order. Of two equal paths only the later one is noted. */
export function pathNotes(paths: readonly string[], os: GuestOs): readonly PathNote[] {
  // Thousands may be pasted, so each is looked up by its key and not compared with all others.
  const first = new Map<string, { readonly path: string; readonly at: number }>()
  const keyed = paths.map((path, at) => {
    const key = pathKey(path, os)
    if (!first.has(key)) first.set(key, { path, at })
    return { path, key, at }
  })
  return keyed.map(({ path, key, at }): PathNote => {
    const same = first.get(key)
    if (same && same.at < at) return { kind: 'same', as: same.path }
    const outer = keysAround(path, os)
      .flatMap((one) => first.get(one) ?? [])
      .toSorted((a, b) => a.at - b.at)[0]
    return outer ? { kind: 'inside', as: outer.path } : null
  })
}
