import { parseXml, XmlElement } from '@rgrove/parse-xml'

import { childrenOf } from './xml-rpc'

/** A vector: attributes inside of one. */
export type Vector = Readonly<Record<string, string>>
/** Attributes of a template in their order; a name may come several times. */
export type Attributes = readonly (readonly [name: string, value: string | Vector])[]

export class Malformed extends Error {}

const vector = (element: XmlElement): Vector =>
  Object.fromEntries(childrenOf(element).map(({ name, text }) => [name.toUpperCase(), text]))

function fromXml(text: string): Attributes {
  try {
    const { root } = parseXml(text)
    if (!root) throw new Malformed('Parse error: XML Template malformed.')
    return childrenOf(root).map((element) => [
      element.name.toUpperCase(),
      childrenOf(element).length === 0 ? element.text : vector(element),
    ])
  } catch {
    throw new Malformed('Parse error: XML Template malformed.')
  }
}

const assignment = /\s*([A-Za-z_]\w*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s[\],"]+))\s*,?/gy
const head = /\s*(?:#[^\n]*\n\s*)*([A-Za-z_]\w*)\s*=[ \t]*/gy

const unquoted = (text: string): string => text.replaceAll(/\\(["\\])/g, '$1')

function pairsIn(text: string): Vector {
  const pairs: [string, string][] = []
  assignment.lastIndex = 0
  while (text.slice(assignment.lastIndex).trim() !== '') {
    const found = assignment.exec(text)
    if (!found) throw new Malformed('Parse error: syntax error, unexpected VARIABLE')
    pairs.push([(found[1] ?? '').toUpperCase(), unquoted(found[2] ?? found[3] ?? '')])
  }
  return Object.fromEntries(pairs)
}

/** Where the bracket that opens at a place ends; quotes are kept whole. */
function endOfBracket(text: string, from: number): number {
  for (let at = from + 1, quoted = false; at < text.length; at += 1) {
    if (text[at] === '"' && text[at - 1] !== '\\') quoted = !quoted
    if (text[at] === ']' && !quoted) return at
  }
  throw new Malformed('Parse error: syntax error, unexpected end of file')
}

function fromText(text: string): Attributes {
  const found: [string, string | Vector][] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    head.lastIndex = at
    const name = head.exec(text)?.[1]?.toUpperCase()
    if (name === undefined) throw new Malformed('Parse error: syntax error, unexpected VARIABLE')
    at = head.lastIndex
    if (text[at] === '[') {
      const end = endOfBracket(text, at)
      found.push([name, pairsIn(text.slice(at + 1, end))])
      at = end + 1
    } else {
      const value = /(?:"((?:[^"\\]|\\.)*)"|([^\n]*))/y
      value.lastIndex = at
      const [, quoted, bare] = value.exec(text) ?? []
      found.push([name, unquoted(quoted ?? bare?.trim() ?? '')])
      at = value.lastIndex
    }
  }
  return found
}

/** A template in either of its two forms. */
export const readAttributes = (text: string): Attributes =>
  text.trimStart().startsWith('<') ? fromXml(text) : fromText(text)

/** Merged attribute by attribute: a vector replaces the whole vector of its name; an empty one takes it away. */
export function merge(before: Attributes, change: Attributes): Attributes {
  const names = new Set(change.map(([name]) => name))
  const kept = change.filter(([, value]) => typeof value === 'string' || Object.keys(value).length > 0)
  return [...before.filter(([name]) => !names.has(name)), ...kept]
}

export const textOf = (attributes: Attributes, name: string): string | undefined => {
  const value = attributes.find(([one]) => one === name)?.[1]
  return typeof value === 'string' ? value : undefined
}

export const vectorsOf = (attributes: Attributes, name: string): readonly Vector[] =>
  attributes.flatMap(([one, value]) => (one === name && typeof value === 'object' ? [value] : []))
