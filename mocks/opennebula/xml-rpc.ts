import { parseXml, XmlElement } from '@rgrove/parse-xml'

/** XML-RPC's own refusal, before or instead of OpenNebula's. */
export class Fault extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** A parameter as it came; a whole number and a truth value are other types than text. */
export type Sent = string | number | boolean

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const childrenOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => child instanceof XmlElement)

const child = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element).find((one) => one.name === name)

function paramOf(value: XmlElement): Sent {
  const [typed] = childrenOf(value)
  if (!typed) return value.text
  switch (typed.name) {
    case 'int':
    case 'i4':
      return Number(typed.text)
    case 'boolean':
      return typed.text.trim() === '1'
    case 'string':
      return typed.text
    default:
      throw new Fault(-501, `Expected a different type than ${typed.name}`)
  }
}

export interface MethodCall {
  readonly method: string
  readonly params: readonly Sent[]
}

export function readCall(body: string): MethodCall {
  let root: XmlElement | null = null
  try {
    root = parseXml(body).root
  } catch {
    root = null
  }
  const method = root?.name === 'methodCall' ? child(root, 'methodName') : undefined
  if (!root || !method) throw new Fault(-503, 'Call is not valid XML')
  const params = childrenOf(child(root, 'params') ?? root).filter(({ name }) => name === 'param')
  return { method: method.text.trim(), params: params.map((param) => paramOf(child(param, 'value') ?? param)) }
}

const valueOf = (value: string | number | boolean): string => {
  if (typeof value === 'boolean') return `<value><boolean>${value ? 1 : 0}</boolean></value>`
  return typeof value === 'number'
    ? `<value><i4>${value}</i4></value>`
    : `<value><string>${escape(value)}</string></value>`
}

const response = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<methodResponse>\n${inside}\n</methodResponse>\n`
const array = (values: readonly string[]): string =>
  response(`<params>\n<param><value><array><data>\n${values.join('\n')}\n</data></array></value></param>\n</params>`)

/** An array of three: true, the value, 0. */
export const good = (value: string | number): string => array([valueOf(true), valueOf(value), valueOf(0)])

/** An array of five, the last of the type `i8`. */
export const bad = (message: string, code: number, id: number): string =>
  array([valueOf(false), valueOf(message), valueOf(code), valueOf(id), '<value><i8>-1</i8></value>'])

export const faulted = ({ code, message }: Fault): string =>
  response(
    `<fault>\n<value><struct>\n<member><name>faultCode</name>\n<value><i4>${code}</i4></value></member>\n<member><name>faultString</name>\n<value><string>${escape(message)}</string></value></member>\n</struct></value>\n</fault>`,
  )
