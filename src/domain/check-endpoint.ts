import { knownSystem } from './known-systems'

/** What is wrong with the address of a backup system, or unwise about it. */
export type EndpointFault =
  | { readonly code: 'empty' }
  | { readonly code: 'blank' }
  | { readonly code: 'no-scheme' }
  | { readonly code: 'not-http'; readonly scheme: string }
  | { readonly code: 'unreadable' }
  /** A name or a password in the address would stand in logs; there are fields for them. */
  | { readonly code: 'credentials' }
  | { readonly code: 'query' }
  | { readonly code: 'fragment' }
  | { readonly code: 'no-slash' }
  | { readonly code: 'not-encrypted' }
  /** An address of the very machine that the platform runs on, seldom what is meant. */
  | { readonly code: 'loopback'; readonly host: string }

/** A fault; one that is not grave may be saved. `mended` is the same address without it, where that is plain. */
export type EndpointFinding = EndpointFault & { readonly grave: boolean; readonly mended: string | null }

const grave = (fault: EndpointFault, mended: string | null = null): EndpointFinding => ({
  ...fault,
  grave: true,
  mended,
})
const unwise = (fault: EndpointFault, mended: string | null = null): EndpointFinding => ({
  ...fault,
  grave: false,
  mended,
})

const scheme = /^([a-z][a-z0-9+.-]*):\/\//i
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/** What a scheme, a host and a path have no need of; each mend leaves the rest as it was entered. */
function extras(text: string, { username, password }: URL): readonly EndpointFinding[] {
  const [, address = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text) ?? []
  const secret = username !== '' || password !== ''
  return [
    ...(secret ? [grave({ code: 'credentials' }, text.replace(/^([^/]*\/\/)[^/?#]*@/, '$1'))] : []),
    ...(query === '' ? [] : [grave({ code: 'query' }, address + fragment)]),
    ...(fragment === '' ? [] : [grave({ code: 'fragment' }, address + query)]),
  ]
}

/**
 * Checks the address of a backup system before the platform gets it, which does not: faults come first at the user's
 * backups. Grave ones keep it from being saved. Veeam's address must end in a slash. Never throws.
 * @param url What a person entered.
 * @param pluginType The plug-in's type in the platform's words, e.g. `VEEAM10`; of an unknown one only the general rules.
 */
export function checkEndpoint(url: string, pluginType: string): readonly EndpointFinding[] {
  const text = url.trim()
  if (text === '') return [grave({ code: 'empty' })]
  if (/\s/.test(text)) return [grave({ code: 'blank' }, text.replaceAll(/\s/g, ''))]
  const found = scheme.exec(text)
  if (!found)
    return [grave({ code: 'no-scheme' }, /^[\w.[\]-]+(?::\d+)?(?:\/|$)/.test(text) ? `https://${text}` : null)]
  const name = (found[1] ?? '').toLowerCase()
  if (name !== 'http' && name !== 'https') return [grave({ code: 'not-http', scheme: name })]
  if (!URL.canParse(text)) return [grave({ code: 'unreadable' })]
  const parsed = new URL(text)
  const more = extras(text, parsed)
  const bare = !/[?#]/.test(text)
  return [
    ...more,
    ...(knownSystem(pluginType)?.endsInSlash === true && !(bare && text.endsWith('/'))
      ? [grave({ code: 'no-slash' }, bare ? `${text}/` : null)]
      : []),
    ...(name === 'http' ? [unwise({ code: 'not-encrypted' }, text.replace(/^http:/i, 'https:'))] : []),
    ...(loopback.test(parsed.hostname) ? [unwise({ code: 'loopback', host: parsed.hostname })] : []),
  ]
}

/** Whether an address may be saved. */
export const isSound = (findings: readonly EndpointFinding[]): boolean => findings.every((finding) => !finding.grave)
