import { type GuestOs, isInside, samePath } from '~/domain/backup-path'

/** What one path of a list has to do with the others: the same again, or lying inside another, which holds it already. */
export type PathNote = { readonly kind: 'same' | 'inside'; readonly as: string } | null

/** The note for each path of a list, in its order. Of two equal paths only the later one is noted. */
export const pathNotes = (paths: readonly string[], os: GuestOs): readonly PathNote[] =>
  paths.map((path, place) => {
    const same = paths.find((other, at) => at < place && samePath(other, path, os))
    if (same !== undefined) return { kind: 'same', as: same }
    const outer = paths.find((other) => isInside(path, other, os))
    return outer === undefined ? null : { kind: 'inside', as: outer }
  })
