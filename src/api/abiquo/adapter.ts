import { describing } from '../describing'
import { notThere } from '../not-there'
import type { Platform } from '../port'
import type { ToldRequest } from '../told-request'
import { administrationLater } from './administration-later'
import { assumed } from './assumed'
import { type Connection, connection } from './connection'
import { machineWorkLater } from './machine-work-later'
import { machines } from './machines'
import { memory } from './memory'
import { people } from './people'
import { protectionLater } from './protection-later'
import { trailLater } from './trail-later'

/** What a deployment says of its Abiquo. */
export interface AbiquoOptions {
  /** Address of the API, absolute or relative to the page, e.g. `/api`. Nothing is ever requested outside of it. */
  readonly base: string
  /** Version in the media types, e.g. `5.2`: it decides where results lie (`Connection.early`), and how dates are asked. */
  readonly mediaVersion?: string
  /** IANA zone of a datacenter by its name; the platform itself knows of none. */
  readonly timeZoneOf?: (datacenter: string) => string | null
  /** Type of a datacenter's backup system by the datacenter's name, for platforms that do not tell tenants. */
  readonly systemOf?: (datacenter: string) => string | null
  /** What the server believes its address to be, when a proxy gives it another one. */
  readonly canonicalLocation?: string
  /** What keeps a session; see `people`. The usual `token` lives in memory and ends with the page. */
  readonly session?: 'token' | 'cookie'
  /** For how many seconds a session lasts after its last request, where that is not what it usually is. */
  readonly sessionSeconds?: number | null
}

/** The same connection, whose writes are told and not sent. */
const onlyTold = (link: Connection, tell: (request: ToldRequest) => void): Connection => ({
  ...link,
  write: (write) => {
    tell(link.preview.write(write))
    return Promise.resolve({ task: null })
  },
  save: (save) => {
    tell(link.preview.save(save))
    return Promise.resolve(null)
  },
  remove: (path) => {
    tell(link.preview.remove(path))
    return Promise.resolve()
  },
})

/**
 * Abiquo, from 3.8.5 on, in the console's own words. One instance holds one session. Before 4.0 results and restores are read
 * from the metadata of VMs, and nothing tells which policies a VM has, how a planned backup ended, or what runs.
 */
export function abiquo({
  base,
  mediaVersion = '5.2',
  timeZoneOf = () => null,
  systemOf = () => null,
  canonicalLocation,
  session = 'token',
  sessionSeconds = null,
}: AbiquoOptions): Platform {
  // What a gateway does with its cookie nobody knows but who set it up.
  const seconds = sessionSeconds ?? (session === 'token' ? assumed.tokenSeconds : null)
  const lasts = seconds === null ? null : seconds * 1_000
  const link = connection({ base, mediaVersion, canonicalLocation, session, lasts })
  const remembered = memory()
  const fleet = machines(link, remembered, timeZoneOf)
  return {
    ...notThere,
    clockSkew: link.clockSkew,
    about: { name: 'Abiquo', address: link.addresses.at('').href },
    describe: describing((tell) => {
      const dry = onlyTold(link, tell)
      const machinesThere = machines(dry, remembered, timeZoneOf)
      return {
        ...notThere,
        ...machineWorkLater(dry, machinesThere),
        ...protectionLater(dry, machinesThere, remembered, { timeZoneOf, systemOf }),
        ...administrationLater(dry, timeZoneOf),
      }
    }),
    ...people(link, remembered, session),
    ...fleet.platform,
    ...machineWorkLater(link, fleet),
    ...protectionLater(link, fleet, remembered, { timeZoneOf, systemOf }),
    ...trailLater(link, remembered, mediaVersion),
    ...administrationLater(link, timeZoneOf),
  }
}
