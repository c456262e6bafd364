import { get, ok, type Route } from '../call'
import { listed } from '../lists'
import type { Datacenter } from '../place-records'
import { subtypes } from '../records'
import { allowedTo, locations, placeInPath } from '../sites'
import { wireDatacenter, wireLocation } from '../wire-objects/place'

const order = {
  name: ({ name }: Datacenter) => name.toLowerCase(),
  id: ({ id }: Datacenter) => id,
  location: ({ location }: Datacenter) => location.toLowerCase(),
}

const backupTypes = { COMPLETE: subtypes, SNAPSHOT: subtypes, FILESYSTEM: subtypes, OPTIONS: ['REPLICATION'] }

const cloud = '/cloud/locations'
const admin = '/admin/datacenters'

/** Who allows datacenters to tenants must see which there are. */
const listers = allowedTo('PHYS_DC_ENUMERATE', 'USERS_MANAGE_ENTERPRISE')
const readers = allowedTo('PHYS_DC_RETRIEVE_DETAILS')

export const placeRoutes: readonly Route[] = [
  get(cloud, ['datacenters', 'publiccloudregions'], (call) =>
    listed(call, call.choice.entity === 'datacenters' ? locations(call) : [], {
      by: order,
      text: ({ name }) => name,
      wire: (datacenter) => wireLocation(call, datacenter),
    }),
  ),
  get(`${cloud}/:datacenter`, 'datacenter', (call) => ok(call, wireLocation(call, placeInPath(call, 'cloud')))),
  get(
    admin,
    'datacenters',
    listers((call) =>
      listed(call, [...call.world.datacenters.values()], {
        by: order,
        text: ({ name }) => name,
        wire: (datacenter) => wireDatacenter(call, datacenter),
      }),
    ),
  ),
  get(
    `${admin}/:datacenter`,
    'datacenter',
    readers((call) => ok(call, wireDatacenter(call, placeInPath(call, 'admin')))),
  ),
  get('/config/backuptypes', 'backuptypes', (call) => ok(call, { backupTypes, links: [] })),
]
