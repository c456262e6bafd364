import { describing } from '../describing'
import { notThere } from '../not-there'
import type { Platform } from '../port'
import { compute } from './compute'
import { type Connection, connection } from './connection'
import { fleet } from './fleet'
import { iaas } from './iaas'
import { memory } from './memory'
import type { CloudCixOptions } from './options'
import { people } from './people'
import { results } from './results'
import { elsewhere, sites } from './sites'
import { trail } from './trail'

export type { CloudCixOptions } from './options'

/** CloudCIX, both generations, in the console's own words. One instance holds one session. */
export function cloudCix(options: CloudCixOptions): Platform {
  const plain = connection(options)
  const remembered = memory()
  const link: Connection = {
    ...plain,
    write: (one) =>
      plain.write(one).finally(() => {
        // Whatever became of it: what is known of failed backups is old now.
        remembered.failed = null
      }),
  }
  const over = (wire: Connection): Platform => {
    const generation = options.generation === 'compute' ? compute(wire) : iaas(wire)
    const machines = fleet(wire, generation, remembered, options)
    const found = results(wire, generation, remembered)
    return {
      ...notThere,
      ...elsewhere,
      clockSkew: wire.clockSkew,
      about: { name: 'CloudCIX', address: wire.address(options.generation).href },
      describe: describing((tell) =>
        over({
          ...wire,
          write: (one) => {
            tell(wire.preview(one))
            return Promise.resolve(null)
          },
        }),
      ),
      ...people(wire, remembered),
      ...machines.platform,
      ...found.platform,
      ...sites(generation, machines, found, options),
      ...trail(generation, remembered, machines, found),
    }
  }
  return over(link)
}
