import { describing } from '../describing'
import { notThere } from '../not-there'
import type { Platform } from '../port'
import { type Connection, connection } from './connection'
import { fleet } from './fleet'
import { machines } from './machines'
import { type Driving, type MarketDriver, marketDriver } from './market-driver'
import { browserJournal } from './market-run'
import { memory } from './memory'
import { people } from './people'
import { elsewhere, places } from './places'
import { policies } from './policies'
import { protection } from './protection'
import { results } from './results'
import { settings } from './settings'
import { trail } from './trail'

/** What a deployment says of its OpenNebula. */
export interface OpenNebulaOptions {
  /** Address of the XML-RPC API on the same origin, e.g. `/RPC2`: the server itself lets no browser read its answers. */
  readonly base: string
  /** IANA zone of a cluster by its name; the platform itself knows of none. */
  readonly timeZoneOf?: (datacenter: string) => string | null
  /** How Marketplace backups are driven: what outlives the page (the browser's storage where there is one), and how time passes. */
  readonly driving?: Partial<Driving>
}

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Tells the first call of a Marketplace backup, and drives nothing. */
const dryDriver = (dry: Connection, driver: MarketDriver): MarketDriver => ({
  ...driver,
  start: async (vm) => {
    await dry.write('one.vm.action', ['poweroff', vm])
    return { task: null }
  },
  // A run of ours is stopped here: nothing is sent for it.
  stop: (vm) => driver.driven().has(`${vm}`),
})

/** OpenNebula, from 6.0 on, in the console's own words. One instance holds one session. */
export function openNebula({ base, timeZoneOf = () => null, driving = {} }: OpenNebulaOptions): Platform {
  const plain = connection(base)
  const remembered = memory()
  const link: Connection = {
    ...plain,
    write: (...call) =>
      plain.write(...call).finally(() => {
        // Whatever became of it: what is known of backups is old now.
        remembered.reading.outcomes = null
      }),
  }
  const driver = marketDriver(
    link,
    () => ({ key: `${remembered.self?.id ?? ''}@${plain.address.href}`, name: remembered.self?.name ?? null }),
    {
      journal: driving.journal ?? browserJournal(),
      wait: driving.wait ?? later,
    },
  )
  const over = (wire: Connection, drives: MarketDriver): Platform => {
    const reads = fleet(wire, remembered, timeZoneOf)
    const sites = places(wire, remembered, reads, timeZoneOf)
    const found = results(wire, remembered, reads, sites, drives)
    const told = trail(wire, remembered, reads, found, drives)
    return {
      ...notThere,
      ...elsewhere,
      clockSkew: wire.clockSkew,
      about: { name: 'OpenNebula', address: wire.address.href },
      describe: describing((tell) => {
        const dry: Connection = {
          ...wire,
          write: (method, params) => {
            tell(wire.preview(method, params))
            return Promise.resolve(0)
          },
        }
        return over(dry, dryDriver(dry, driver))
      }),
      ...people(wire, remembered, reads, drives.resume),
      ...machines(wire, reads),
      ...sites.platform,
      ...policies(wire, remembered, reads, sites),
      ...protection(wire, remembered, reads),
      ...found.platform,
      ...settings(wire, reads),
      ...told,
    }
  }
  return over(link, driver)
}
