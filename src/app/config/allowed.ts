import * as z from 'zod/mini'

import { controlCharacter } from '~/domain/control-characters'
import { isTimeZone } from '~/domain/zone'

import { isOwnPath, longestAddress, versionForm } from './plain-values'

/** A text that is shown as it is, and never as markup. */
export const words = (longest: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => !controlCharacter.test(text)),
  )

function parse(text: string): URL | null {
  if (text.length > longestAddress || text !== text.trim() || controlCharacter.test(text)) return null
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** This device itself: what is sent there crosses no network. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)

const isBare = (url: URL): boolean => url.username === '' && url.password === '' && url.search === '' && url.hash === ''

/** Names and passwords cross this connection, so another origin needs TLS unless it is this very device. */
function isApiBase(text: string): boolean {
  if (isOwnPath(text)) return true
  const url = parse(text)
  if (!url || !isBare(url)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

/** Only compared with what the platform writes into its links; nothing is ever sent there. */
function isLocation(text: string): boolean {
  const url = parse(text)
  return url !== null && isBare(url) && /^https?:$/.test(url.protocol)
}

/** Where people find help: a page, or a mailbox. No scheme that runs anything. */
function isHelp(text: string): boolean {
  const url = parse(text)
  if (!url) return isOwnPath(text)
  if (url.protocol === 'mailto:') return /^[^\s@]+@[^\s@]+$/.test(url.pathname)
  return url.protocol === 'https:' && url.username === '' && url.password === ''
}

/** Where in an address of a sign-in the way back goes; see `wayIn`. */
export const wayBack = '{return}'

/** Where people prove who they are: a path of the console's own origin with a query of any kind, or a page by https. */
function isWayIn(text: string): boolean {
  const address = text.replaceAll(wayBack, 'x')
  if (address.startsWith('/'))
    return !/^\/[/\\]|[\s\\#]/.test(address) && parse(`https://own.invalid${address}`) !== null
  const url = parse(address)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}

/** An address of mail, alone. */
export const mailbox = z.string().check(z.maxLength(200), z.regex(/^[^\s@<>?&]+@[^\s@<>?&]+$/))

/** A path of the console's own host. */
export const ownPath = z.string().check(z.refine(isOwnPath))
/** Where an API may lie: a path of the own host, or https. */
export const apiBase = z.string().check(z.refine(isApiBase))
/** What a platform believes its address to be, where a proxy gives it another one. */
export const location = z.string().check(z.refine(isLocation))
/** The address of a sign-in elsewhere. */
export const wayIn = z.string().check(z.refine(isWayIn))
/** Where people of this site find help. */
export const help = z.string().check(z.refine(isHelp))

/** A version as media types write it, e.g. `5.2`. */
export const mediaVersion = z.string().check(z.regex(versionForm))

/** IANA names by the datacenter's name. */
export const timeZones = z.record(words(200), z.string().check(z.refine(isTimeZone)))

/** Words of the platform by the datacenter's name. */
export const backupSystems = z.record(words(200), words(60))
