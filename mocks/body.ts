/** Guards over what a client sent: nothing about a body is known before it was looked at. */
export type Members = Readonly<Record<string, unknown>>

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const membersOf = (value: unknown): Members => (isMembers(value) ? value : {})

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** A list of members; `null`, `""` and a missing value are an empty one. A collection object counts as its collection. */
export function listOf(value: unknown): readonly Members[] {
  if (isList(value)) return value.filter(isMembers)
  return isMembers(value) && isList(value['collection']) ? value['collection'].filter(isMembers) : []
}

/** Text, or null for `null`, `""`, a missing value and anything that is not text. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export const numberOf = (value: unknown, missing: number): number =>
  typeof value === 'number' && value > 0 ? Math.round(value) : missing

/** Texts of a list, `null` when there is none, and `undefined` when it is not a list of texts. */
export function textsOf(value: unknown): readonly string[] | null | undefined {
  if (value === null || value === undefined || value === '') return null
  if (!isList(value)) return undefined
  const texts = value.map((one) => (typeof one === 'number' ? String(one) : one))
  return texts.every((one) => typeof one === 'string') ? texts : undefined
}

/** Members that the platform does not know come back as they were sent. */
export function foreignTo(known: ReadonlySet<string>, sent: Members): Members | undefined {
  const foreign = Object.entries(sent).filter(([name]) => !known.has(name))
  return foreign.length === 0 ? undefined : Object.fromEntries(foreign)
}
