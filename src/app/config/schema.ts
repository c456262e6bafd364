import * as z from 'zod/mini'

import { type Thresholds, usualThresholds } from '~/domain/thresholds'

import {
  apiBase,
  backupSystems,
  help,
  location,
  mailbox,
  mediaVersion,
  ownPath,
  timeZones,
  wayIn,
  words,
} from './allowed'
import { usualAddress, usualVersion } from './plain-values'

/** The platforms that this console can drive; the list grows with its adapters. */
export const platforms = ['abiquo', 'opennebula', 'cloudcix'] as const
/** See `platforms`. */
export type PlatformName = (typeof platforms)[number]

/** Bounds of `pollSeconds`: faster would burden a platform with every open window, slower would look broken. */
export const paceBounds = { least: 10, most: 300 } as const

/** Bounds of `sessionSeconds`: of a shorter session the end could not be said in time; a week is for ever here. */
export const sessionBounds = { least: 300, most: 604_800 } as const

/** Bounds of `protection`: results come in every ten minutes or so, and a run that is a day late was missed. */
export const lateBounds = { least: 15, most: 1_440 } as const
export const byHandBounds = { least: 1, most: 365 } as const

/** Longest texts, in characters. */
export const longestText = { product: 40, organisation: 80, timeStandard: 400, signIn: 60 } as const

/** The applications of a CloudCIX, and who restores there. */
const cloudCix = z.strictObject({
  generation: z.exactOptional(z.enum(['iaas', 'compute'])),
  membership: z.exactOptional(apiBase),
  iaas: z.exactOptional(apiBase),
  compute: z.exactOptional(apiBase),
  mailbox: z.exactOptional(mailbox),
  regions: z.exactOptional(z.record(z.string().check(z.regex(/^\d{1,10}$/)), words(200))),
})

/** Signing in elsewhere, at a gateway that keeps the session in a cookie afterwards. */
const signIn = z.strictObject({
  href: wayIn,
  label: z.exactOptional(z.nullable(words(longestText.signIn))),
  password: z.exactOptional(z.boolean()),
})

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.number().check(z.minimum(least), z.maximum(most))

const whole = (bounds: typeof lateBounds | typeof byHandBounds) => within(bounds).check(z.refine(Number.isInteger))

/** The numbers of the protection rule. */
const protection = z.strictObject({
  lateAfterMinutes: z.exactOptional(whole(lateBounds)),
  policies: z.exactOptional(z.record(words(200), whole(lateBounds))),
  byHandDays: z.exactOptional(whole(byHandBounds)),
})

const shape = {
  platform: z.exactOptional(z.enum(platforms)),
  apiBase: z.exactOptional(apiBase),
  cloudcix: z.exactOptional(cloudCix),
  mediaVersion: z.exactOptional(mediaVersion),
  canonicalLocation: z.exactOptional(z.nullable(location)),
  session: z.exactOptional(z.enum(['token', 'cookie'])),
  sessionSeconds: z.exactOptional(z.nullable(within(sessionBounds))),
  signIn: z.exactOptional(z.nullable(signIn)),
  product: z.exactOptional(words(longestText.product)),
  organisation: z.exactOptional(z.nullable(words(longestText.organisation))),
  logo: z.exactOptional(ownPath),
  timeZones: z.exactOptional(timeZones),
  backupSystems: z.exactOptional(backupSystems),
  timeStandard: z.exactOptional(z.nullable(words(longestText.timeStandard))),
  pollSeconds: z.exactOptional(within(paceBounds)),
  protection: z.exactOptional(protection),
  support: z.exactOptional(z.nullable(help)),
} as const

const file = z.object(shape)

/** A setting, by its name in the file. */
export type Member = keyof typeof shape

/** What a deployment may set in `config.json`; each member has a default. */
export interface Settings {
  readonly platform: PlatformName
  /** The one address below which the platform's API lies; links that lead elsewhere are not followed. */
  readonly apiBase: string
  /** Of CloudCIX only: its three applications, each an address like `apiBase`; which one keeps the VMs; and who restores. */
  readonly cloudcix: {
    readonly generation: 'iaas' | 'compute'
    readonly membership: string
    readonly iaas: string
    readonly compute: string
    readonly mailbox: string
    /** Names of regions by their numbers, which are all that the platform tells of them. */
    readonly regions: ReadonlyMap<string, string>
  }
  /** The platform's version of its media types. */
  readonly mediaVersion: string
  /** What the platform believes its address to be, when a proxy gives it another one. */
  readonly canonicalLocation: string | null
  /** What keeps a session: a token in memory, or also a cookie that a gateway of the same origin sets. */
  readonly session: 'token' | 'cookie'
  /** Of Abiquo only: for how many seconds a session lasts after its last request; null: as is usual, or not known. */
  readonly sessionSeconds: number | null
  /**
   * Where people sign in elsewhere, with `{return}` for the way back; what it is called; and whether a name and a password
   * may be given here as well. Null: they sign in here.
   */
  readonly signIn: { readonly href: string; readonly label: string | null; readonly password: boolean } | null
  /** Name of the product, as this deployment calls it. Text, never markup; so are all names here. */
  readonly product: string
  /** Who offers it. */
  readonly organisation: string | null
  /** Path of an image at the console's own origin. */
  readonly logo: string
  /** IANA zones by the datacenter's name: the platform itself does not say in which zone a datacenter stands. */
  readonly timeZones: ReadonlyMap<string, string>
  /** Types of backup systems by the datacenter's name, in the platform's words: it may not tell its tenants. */
  readonly backupSystems: ReadonlyMap<string, string>
  /** By what the clocks of the datacenters are set, in their owner's words. */
  readonly timeStandard: string | null
  /** Seconds between two looks at what is on the screen and at rest. */
  readonly pollSeconds: number
  /** By which numbers protection is judged. */
  readonly protection: Thresholds
  /** Where people find help: an https address, a mailbox (`mailto:`), or a path of this origin. */
  readonly support: string | null
}

/** A file that holds what it may not hold, and the places where it does; `mistakesOf` says what stands there. */
export interface Misfit {
  readonly kind: 'mistakes'
  readonly json: object
  readonly paths: readonly (readonly PropertyKey[])[]
}

/** What a parsed file says, or all that does not fit in it. */
export type Reading =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly unknown: readonly string[] }
  | Misfit

/** What holds where the file says nothing. */
export const defaults: Settings = {
  platform: 'abiquo',
  apiBase: usualAddress,
  cloudcix: {
    generation: 'iaas',
    membership: '/cloudcix/membership/',
    iaas: '/cloudcix/iaas/',
    compute: '/cloudcix/compute/',
    mailbox: 'support@cloudcix.com',
    regions: new Map(),
  },
  mediaVersion: usualVersion,
  canonicalLocation: null,
  session: 'token',
  sessionSeconds: null,
  signIn: null,
  product: 'Holdfast',
  organisation: null,
  logo: '/holdfast.svg',
  timeZones: new Map(),
  backupSystems: new Map(),
  timeStandard: null,
  pollSeconds: 30,
  protection: usualThresholds,
  support: null,
}

/** Whether we know a setting of this name. */
export const isMember = (name: unknown): name is Member => typeof name === 'string' && Object.hasOwn(shape, name)

/** A cookie is sent to the console's own origin only. */
const isElsewhere = (base: string): boolean => !base.startsWith('/')

/** What a parsed `config.json` sets, with the defaults for the rest; or where all its mistakes are. */
export function readSettings(json: object): Reading {
  const result = file.safeParse(json)
  if (!result.success) return { kind: 'mistakes', json, paths: result.error.issues.map(({ path }) => path) }
  const {
    timeZones: zones = {},
    backupSystems: systems = {},
    cloudcix: { regions = {}, ...cix } = {},
    signIn: way = null,
    protection: { policies = {}, ...numbers } = {},
    ...given
  } = result.data
  const settings = {
    ...defaults,
    ...given,
    cloudcix: { ...defaults.cloudcix, ...cix, regions: new Map(Object.entries(regions)) },
    timeZones: new Map(Object.entries(zones)),
    backupSystems: new Map(Object.entries(systems)),
    protection: { ...usualThresholds, ...numbers, policies: new Map(Object.entries(policies)) },
    signIn: way && { label: null, password: false, ...way },
  }
  // What was proved elsewhere comes back as a cookie, or not at all.
  if (settings.signIn !== null && (settings.session !== 'cookie' || settings.platform !== 'abiquo'))
    return { kind: 'mistakes', json, paths: [['signIn']] }
  if (settings.session === 'cookie' && isElsewhere(settings.apiBase))
    return { kind: 'mistakes', json, paths: [['session']] }
  return { kind: 'settings', settings, unknown: Object.keys(json).filter((name) => !isMember(name)) }
}
