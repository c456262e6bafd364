import type { Attributes } from '../attributes'
import type { World } from '../records'
import { day } from './times'

/** Groups, clusters, datastores, marketplaces and the one template. */
export function places(now: number): Pick<World, 'datastores' | 'markets' | 'templates' | 'groups' | 'clusters'> {
  const owned = { uid: 0, gid: 0, rights: '110100000' }
  const store = (id: number, name: string, type: 0 | 1 | 2 | 3, mad: string, template: Record<string, string> = {}) =>
    [
      id,
      {
        id,
        name,
        type,
        mad,
        template,
        clusters: [100, 101],
        freeMb: 2_400_000,
        quota: null,
        ...owned,
        rights: '110100100',
      },
    ] as const
  const market = (id: number, name: string, mad: string) =>
    [id, { id, name, mad, freeMb: 224_790, state: 0, uploadError: null, ...owned, rights: '110100100' }] as const
  const attributes: Attributes = [
    ['CPU', '2'],
    ['MEMORY', '4096'],
    ['NIC', { NETWORK: 'net1' }],
  ]
  return {
    groups: new Map([
      [0, 'oneadmin'],
      [1, 'users'],
      [100, 'Costa Verde Retail'],
      [101, 'Agency'],
    ]),
    clusters: new Map([
      [100, 'Barcelona'],
      [101, 'London'],
    ]),
    datastores: new Map([
      store(0, 'system', 1, '-'),
      store(1, 'images', 0, 'fs'),
      store(2, 'files', 2, 'fs'),
      store(100, 'backups-rsync', 3, 'rsync', { RSYNC_HOST: 'backup.example', RSYNC_USER: 'oneadmin' }),
      store(101, 'backups-restic', 3, 'restic', {
        RESTIC_SFTP_SERVER: 'vault.example',
        RESTIC_SFTP_USER: 'oneadmin',
        RESTIC_PASSWORD: 'encrypted',
      }),
      store(102, 'images-london', 0, 'ceph'),
    ]),
    markets: new Map([
      market(0, 'OpenNebula Public', 'one'),
      market(100, 'private-http', 'http'),
      market(101, 'private-s3', 's3'),
    ]),
    templates: new Map([
      [0, { id: 0, uid: 0, gid: 0, name: 'base', rights: '110000100', regtime: now - 90 * day, attributes }],
    ]),
  }
}
