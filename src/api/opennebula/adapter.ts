import { notThere } from '../not-there'
import type { Platform } from '../port'
import { type Connection, connection } from './connection'
import { describing } from './describe'
import { fleet } from './fleet'
import { machines } from './machines'
import { memory } from './memory'
import { people } from './people'
import { elsewhere, places } from './places'
import { policies } from './policies'
import { protection } from './protection'
import { results } from './results'
import { settings } from './settings'
import { trail } from './trail'

export interface OpenNebulaOptions {
  /** Address of the XML-RPC API on the same origin, e.g. `/RPC2`: the server itself lets no browser read its answers. */
  readonly base: string
  /** IANA zone of a cluster by its name; the platform itself knows of none. */
  readonly timeZoneOf?: (datacenter: string) => string | null
}

/** OpenNebula, from 6.0 on, in the console's own words. One instance holds one session. */
export function openNebula({ base, timeZoneOf = () => null }: OpenNebulaOptions): Platform {
  const plain = connection(base)
  const remembered = memory()
  const link: Connection = {
    ...plain,
    write: (...call) =>
      plain.write(...call).finally(() => {
        // Whatever became of it: what is known of backups is old now.
        remembered.outcomes = null
      }),
  }
  const over = (wire: Connection): Platform => {
    const reads = fleet(wire, remembered, timeZoneOf)
    const sites = places(wire, reads, timeZoneOf)
    const found = results(wire, remembered, reads)
    const told = trail(wire, remembered, reads, found)
    return {
      ...notThere,
      ...elsewhere,
      clockSkew: wire.clockSkew,
      about: { name: 'OpenNebula', address: wire.address.href },
      describe: describing(wire, over),
      ...people(wire, remembered, reads),
      ...machines(wire, reads),
      ...sites.platform,
      ...policies(wire, remembered, reads, sites),
      ...protection(wire, remembered, reads),
      ...found.platform,
      ...settings(wire, reads),
      ...told,
    }
  }
  return over(link)
}
