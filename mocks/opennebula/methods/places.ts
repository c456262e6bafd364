import type { Method } from '../call'
import { since } from '../records'
import { named, pool } from '../write/element'
import { datastoreXml, userXml } from '../write/places'
import { filtered } from './vms'

/** The newest patch of each release. */
const patches = { '6.0': '6.0.3', '6.4': '6.4.6', '6.6': '6.6.3', '6.8': '6.8.3', '6.10': '6.10.0.1' } as const

export const placeMethods: readonly Method[] = [
  { name: 'one.system.version', takes: '', run: ({ world }) => patches[world.version] },
  {
    name: 'one.system.config',
    takes: '',
    run: ({ world }) =>
      `<OPENNEBULA_CONFIGURATION><API_LIST_ORDER><![CDATA[DESC]]></API_LIST_ORDER>${since(world, '6.8') ? '<MAX_BACKUPS><![CDATA[5]]></MAX_BACKUPS>' : ''}</OPENNEBULA_CONFIGURATION>`,
  },
  {
    name: 'one.user.info',
    takes: 'i',
    may: 'b',
    run: (call) => userXml(call.world, call.number(0) === -1 ? call.person.id : call.number(0)),
  },
  {
    name: 'one.datastorepool.info',
    takes: '',
    run: (call) => {
      const rows = filtered(call, call.world.datastores.values(), -2)
      return pool(
        'DATASTORE_POOL',
        rows.map((one) => datastoreXml(call.world, one)),
      )
    },
  },
  {
    name: 'one.grouppool.info',
    takes: '',
    run: ({ world }) =>
      pool(
        'GROUP_POOL',
        Array.from(world.groups, ([id, name]) => named('GROUP', id, name)),
      ),
  },
  {
    name: 'one.clusterpool.info',
    takes: '',
    run: ({ world }) =>
      pool(
        'CLUSTER_POOL',
        Array.from(world.clusters, ([id, name]) => named('CLUSTER', id, name)),
      ),
  },
  { name: 'one.zonepool.info', takes: '', run: () => pool('ZONE_POOL', [named('ZONE', 0, 'OpenNebula')]) },
]
