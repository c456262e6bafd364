import { controlCharacter } from './control-characters'

/** A request in the shape that `toCurl` takes. */
export interface CurlRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Sent as JSON; undefined when there is none. */
  readonly body: unknown
}

/** A text as one word of a POSIX shell, which reads nothing in it: not `$`, not `` ` ``, not a line break. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The one header that the shell fills in: `Token $TOKEN` stands in double quotes, so that a variable of this name serves. */
const tokenHeader = /^(?<scheme>[A-Za-z]+) \$TOKEN$/u

const headerWord = (name: string, value: string): string =>
  name === 'Authorization' && tokenHeader.test(value) ? `"${name}: ${value}"` : shellQuoted(`${name}: ${value}`)

/** A JSON text that survives whatever carries it: characters that break lines or turn direction are written as escapes. */
const jsonOf = (body: unknown): string =>
  JSON.stringify(body).replaceAll(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A text of others in one line of a comment or a log, whatever characters it has. */
export const inOneLine = (text: string): string => text.replaceAll(new RegExp(controlCharacter, 'gu'), ' ').trim()

/**
 * Many requests as a script for a POSIX shell, each under the name of what it is about. It does not begin without a token
 * of whoever runs it.
 */
export const toScript = (requests: readonly { readonly name: string; readonly request: CurlRequest }[]): string =>
  ['#!/bin/sh', ': "${TOKEN:?}"', ...requests.map(({ name, request }) => `# ${inOneLine(name)}\n${toCurl(request)}`)]
    .join('\n\n')
    .concat('\n')

/**
 * The same request for a POSIX shell, one line for the address, each header and the body. Whatever people named their
 * things, the shell reads it as data. `Token $TOKEN` is the one place that the shell fills in.
 */
export function toCurl({ method, url, headers, body }: CurlRequest): string {
  const lines = [
    // Without `--globoff` curl would read brackets of an address as a range.
    `curl --globoff -X ${method} ${shellQuoted(url)}`,
    ...headers.map(([name, value]) => `-H ${headerWord(name, value)}`),
    ...(body === undefined ? [] : [`--data-raw ${shellQuoted(jsonOf(body))}`]),
  ]
  return lines.join(' \\\n  ')
}
