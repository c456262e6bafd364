import type { Value } from './xml'

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

function line(name: string, value: Value): readonly string[] {
  if (typeof value === 'string') return [`${name}=${quoted(value)}`]
  if (isList(value)) return value.flatMap((one) => line(name, one))
  const members = Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? [`${key}=${quoted(one)}`] : [],
  )
  return [`${name}=[${members.join(',')}]`]
}

/** Attributes in the platform's own form, which stands inside of appliances; a list is an attribute several times. */
export const attributeText = (attributes: Readonly<Record<string, Value>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => line(name, value))
    .join('\n')

/** Text in Base64, and back; any letters. */
export const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''))

/** Text of UTF-8, as the platform packs templates in apps. Throws for what is no Base64. */
export const fromBase64 = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(text.trim()), (letter) => letter.codePointAt(0) ?? 0))

const isMembers = (value: unknown): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Attributes of a template as they came; none when there are none. */
export const attributesOf = (value: unknown): Readonly<Record<string, Value>> => (isMembers(value) ? value : {})

/** One or several of an attribute, those that have members. */
export function vectorsOf(value: Value | undefined): readonly Readonly<Record<string, Value>>[] {
  if (value === undefined) return []
  return (isList(value) ? value : [value]).filter(isMembers)
}
