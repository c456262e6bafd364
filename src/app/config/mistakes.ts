import { valueAt } from './plain-values'
import { isMember, type Member, type Misfit } from './schema'

/** A member that holds what it may not hold. */
export interface Mistake {
  readonly member: Member
  /** Which entry of a member that holds several, e.g. the datacenter of a time zone; an entry of an entry after a `›`. */
  readonly entry: string | null
  /** What stands there, as JSON, shortened. */
  readonly found: string
}

const longest = 120

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? ''
  return json.length > longest ? `${json.slice(0, longest)}…` : json
}

/** All mistakes of a file, each once. Loaded for the page that tells them: a file that fits needs none of it. */
export function mistakesOf({ json, paths }: Misfit): readonly Mistake[] {
  const all = paths.flatMap(([member, ...rest]): readonly Mistake[] => {
    if (!isMember(member)) return []
    const names = rest.filter((name) => typeof name === 'string')
    const found = names.reduce<unknown>((value, name) => valueAt(value, name), valueAt(json, member))
    return [{ member, entry: names.join(' › ') || null, found: shown(found) }]
  })
  const keys = all.map(({ member, entry }) => JSON.stringify([member, entry]))
  return all.filter((_, place) => keys.indexOf(keys[place] ?? '') === place)
}
