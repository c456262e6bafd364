import type { XmlElement } from '@rgrove/parse-xml'

import { ApiError } from '../error'
import { elementIn, elementsOf, escaped, readXml } from './xml'

/** A whole number goes out as `<int>`: the server refuses any other type in its place. */
export type Param = string | number | boolean

/** What XML-RPC can bring. `<i8>` becomes a number: OpenNebula sends none that a number cannot hold. */
export type Decoded = string | number | boolean | readonly Decoded[] | { readonly [name: string]: Decoded }

function encoded(param: Param): string {
  if (typeof param === 'string') return `<string>${escaped(param)}</string>`
  if (typeof param === 'boolean') return `<boolean>${param ? 1 : 0}</boolean>`
  if (!Number.isInteger(param) || Math.abs(param) >= 2 ** 31)
    throw new ApiError('invalid', `${param} is no whole number of 32 bits`)
  return `<int>${param}</int>`
}

/** The body of a call. */
export const methodCall = (method: string, params: readonly Param[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><methodCall><methodName>${escaped(method)}</methodName><params>${params
    .map((param) => `<param><value>${encoded(param)}</value></param>`)
    .join('')}</params></methodCall>`

const unknown = (what: string): ApiError => new ApiError('contract', `An XML-RPC answer with ${what}`)

function number(text: string, form: RegExp): number {
  if (!form.test(text.trim())) throw unknown('a number that is none')
  return Number(text)
}

function member(element: XmlElement): readonly [string, Decoded] {
  const value = elementIn(element, 'value')
  if (!value) throw unknown('a member without value')
  return [elementIn(element, 'name')?.text ?? '', decoded(value)]
}

/** One `<value>`; without a type inside it is text. */
function decoded(value: XmlElement): Decoded {
  const [typed] = elementsOf(value)
  if (!typed) return value.text
  switch (typed.name) {
    case 'string':
    case 'base64':
    case 'dateTime.iso8601':
      return typed.text
    case 'i4':
    case 'int':
    case 'i8':
    case 'ex:i8':
      return number(typed.text, /^[+-]?\d+$/u)
    case 'double':
      return number(typed.text, /^[+-]?(?:\d+\.?\d*|\.\d+)$/u)
    case 'boolean':
      return number(typed.text, /^[01]$/u) === 1
    case 'array': {
      const data = elementIn(typed, 'data')
      if (!data) throw unknown('an array without data')
      return elementsOf(data).map(decoded)
    }
    case 'struct':
      return Object.fromEntries(elementsOf(typed).map(member))
    default:
      throw unknown(`a value of type ${typed.name}`)
  }
}

/** What an answer says: a value, or a fault with its code. */
export type MethodAnswer =
  | { readonly kind: 'value'; readonly value: Decoded }
  | { readonly kind: 'fault'; readonly code: number; readonly message: string }

const isStruct = (value: Decoded): value is { readonly [name: string]: Decoded } =>
  typeof value === 'object' && !Array.isArray(value)

function fault(value: Decoded): MethodAnswer {
  const { faultCode, faultString } = isStruct(value) ? value : {}
  if (typeof faultCode !== 'number') throw unknown('a fault without code')
  return { kind: 'fault', code: faultCode, message: typeof faultString === 'string' ? faultString : '' }
}

const gap = String.raw`\s*`
/** An answer that is one long text and went well, as the server always writes it. */
const longText = new RegExp(
  [
    String.raw`^(?:<\?xml[^<>]*\?>)?`,
    '<methodResponse>',
    '<params>',
    '<param>',
    '<value>',
    '<array>',
    '<data>',
    '<value>',
    '<boolean>1</boolean>',
    '</value>',
    '<value>',
    '<string>([^<]*)</string>',
    '</value>',
    '<value>',
    '<i4>0</i4>',
    '</value>',
    '</data>',
    '</array>',
    '</value>',
    '</param>',
    '</params>',
    '</methodResponse>',
    '$',
  ].join(gap),
  'u',
)

/**
 * The text of such an answer, read without a parser: pools are megabytes of escaped XML, in which a parser sees a hundred
 * thousand references one by one. Null when there is anything else in it; then the parser reads it.
 */
export function quickText(text: string): string | null {
  const inside = longText.exec(text)?.[1] ?? null
  if (inside === null || /&(?!(?:lt|gt|amp|quot|apos);)/u.test(inside) || inside.includes('\r')) return null
  return inside
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** Reads the body of an answer. Throws `contract` for what is no XML-RPC. */
export function methodAnswer(text: string): MethodAnswer {
  const quick = quickText(text)
  return quick === null ? parsedAnswer(text) : { kind: 'value', value: [true, quick, 0] }
}

/** The same by the parser alone. */
export function parsedAnswer(text: string): MethodAnswer {
  const root = readXml(text, 'An XML-RPC answer')
  if (root.name !== 'methodResponse') throw unknown(`<${root.name}> in place of its first element`)
  const broken = elementIn(root, 'fault')
  const params = elementIn(root, 'params')
  const value = broken
    ? elementIn(broken, 'value')
    : params && elementsOf(params).map((one) => elementIn(one, 'value'))[0]
  if (!value) throw unknown('neither value nor fault')
  return broken ? fault(decoded(value)) : { kind: 'value', value: decoded(value) }
}
