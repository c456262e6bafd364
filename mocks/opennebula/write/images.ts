import type { Image, World } from '../records'
import { cdata, el, head, idList, permissions, plain, vector } from './element'

export const imageXml = (world: World, one: Image): string =>
  el(
    'IMAGE',
    head(world, one) +
      permissions(one) +
      plain('TYPE', one.type) +
      plain('DISK_TYPE', 0) +
      plain('PERSISTENT', one.type === 6 ? 1 : 0) +
      plain('REGTIME', one.regtime) +
      cdata('SOURCE', `snapshot-${one.id}`) +
      cdata('FORMAT', 'raw') +
      plain('SIZE', one.sizeMb) +
      plain('STATE', one.state) +
      plain('RUNNING_VMS', one.vmIds.length) +
      plain('DATASTORE_ID', one.datastoreId) +
      plain('DATASTORE', world.datastores.get(one.datastoreId)?.name ?? '') +
      idList('VMS', one.vmIds) +
      el('TEMPLATE', one.error === null ? '' : cdata('ERROR', one.error)) +
      el(
        'BACKUP_INCREMENTS',
        one.increments
          .map(({ id, date, parent, sizeMb, type }) =>
            vector('INCREMENT', {
              DATE: String(date),
              ID: String(id),
              PARENT_ID: String(parent),
              SIZE: String(sizeMb),
              SOURCE: `snapshot-${one.id}-${id}`,
              TYPE: type,
            }),
          )
          .join(''),
      ) +
      idList('BACKUP_DISK_IDS', one.type === 6 ? [0] : []),
  )
