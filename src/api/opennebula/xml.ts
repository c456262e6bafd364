import { parseXml, XmlElement } from '@rgrove/parse-xml'

import { ApiError } from '../error'

/** What stands in an element: text, or elements by their names; a name that comes several times is a list. */
export type Value = string | readonly Value[] | Members
/** An element as an object: elements of one name are one value, or a list. */
export interface Members {
  readonly [name: string]: Value
}

/** What no XML may hold, but messages of drivers sometimes do. */
const control = /[^\P{Cc}\t\n\r]/gu

/** The outermost element of a document. Rejects with `contract` what is no XML. */
export function readXml(text: string, what: string): XmlElement {
  try {
    const { root } = parseXml(text.replaceAll(control, '\u{FFFD}'))
    if (root) return root
  } catch (cause) {
    throw new ApiError('contract', `${what} came as broken XML`, { cause })
  }
  throw new ApiError('contract', `${what} came as empty XML`)
}

/** The elements inside, without the text between them. */
export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => child instanceof XmlElement)

/** The first element of that name inside. */
export const elementIn = (element: XmlElement, name: string): XmlElement | null =>
  elementsOf(element).find((child) => child.name === name) ?? null

/** An element as members; without elements inside it is its text. */
export function valueOf(element: XmlElement): Value {
  const inside = elementsOf(element)
  if (inside.length === 0) return element.text
  const found = new Map<string, Value[]>()
  for (const child of inside) {
    const before = found.get(child.name)
    if (before) before.push(valueOf(child))
    else found.set(child.name, [valueOf(child)])
  }
  return Object.fromEntries(
    Array.from(found, ([name, [first = '', ...more]]) => [name, more.length === 0 ? first : [first, ...more]]),
  )
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** Text that may stand in an element. */
export const escaped = (text: string): string =>
  text.replaceAll(control, '').replaceAll(/[&<>\r]/gu, (sign) => signs[sign] ?? sign)

/** Attributes of OpenNebula as XML, which needs none of the quoting that its own form needs. */
export type Attributes = Readonly<
  Record<string, string | number | null | Readonly<Record<string, string | number | null>>>
>

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const inside = typeof value === 'object' && value !== null ? written(value) : escaped(String(value))
      return `<${name}>${inside}</${name}>`
    })
    .join('')
}

/** A template as OpenNebula takes it. Members that are null are left out. */
export const template = (attributes: Attributes): string => `<TEMPLATE>${written(attributes)}</TEMPLATE>`
