import type { Attributes } from '../attributes'
import type { App, Vm, World } from '../records'
import { stamp } from '../states'
import { day, hour } from './times'
import { named } from './vms'

/** The three apps of a Marketplace backup: its disks in their order, and its template last. */
function apps(world: World, vm: Vm, at: number, change: Partial<Pick<App, 'state' | 'error'>> = {}): readonly number[] {
  const name = `${vm.name} - BACKUP  - ${new Date(at * 1_000).toISOString().slice(0, 10).replaceAll('-', '')}`
  const add = (called: string, type: 1 | 2, template: Attributes, more: Partial<App> = {}): number => {
    const id = world.apps.size
    world.apps.set(id, {
      id,
      uid: vm.uid,
      gid: vm.gid,
      name: called,
      rights: '110100000',
      regtime: at,
      type,
      state: 1,
      sizeMb: 0,
      originId: -1,
      marketId: 100,
      template,
      error: null,
      ...more,
    })
    return id
  }
  const disks = vm.disks.filter(({ imageId }) => imageId !== null)
  const ids = disks.map((disk) =>
    add(
      `${name}-disk-${disk.id}`,
      1,
      [
        ['TYPE', 'IMAGE'],
        ['VERSION', '6.0.3'],
        ['APPTEMPLATE64', btoa('TYPE=OS\nDEV_PREFIX="sd"\n')],
      ],
      { sizeMb: disk.sizeMb, ...change },
    ),
  )
  const template: Attributes = [
    ['TYPE', 'VMTEMPLATE'],
    ['VERSION', '6.0.3'],
    ...disks.map((disk) => ['DISK', { NAME: `OS_${disk.id}`, APP: `${name}-disk-${disk.id}` }] as const),
    ['APPTEMPLATE64', btoa(`CPU="${vm.cpu}"\nMEMORY="${vm.memoryMb}"\nNIC=[NETWORK_MODE="auto"]\n`)],
  ]
  return [...ids, add(name, 2, template)]
}

/** Before 6.6: backups in a marketplace, as the tool of the platform leaves them. */
export function marketBackups(world: World, now: number): void {
  const record = (name: string, last: number | null, ids: readonly number[], frequency = day): void => {
    const vm = named(world, name)
    vm.user = [
      ...vm.user,
      [
        'BACKUP',
        {
          FREQUENCY_SECONDS: String(frequency),
          ...(last !== null && { LAST_BACKUP_TIME: String(last) }),
          ...(ids.length > 0 && { MARKETPLACE_APP_IDS: ids.join(',') }),
          MARKETPLACE_ID: '100',
        },
      ],
    ]
  }
  const at = now - 5 * hour
  record('web-frontend-01', at, apps(world, named(world, 'web-frontend-01'), at))
  record('erp-app-01', now - 6 * hour, apps(world, named(world, 'erp-app-01'), now - 6 * hour), 12 * hour)
  record('erp-db-01', now - 9 * day, apps(world, named(world, 'erp-db-01'), now - 9 * day), 7 * day)
  // The attribute says that it went well, the apps that it did not.
  const failed = {
    state: 3,
    error: `${stamp(at)} : Error importing app into marketplace: Error exporting image to file: -`,
  }
  record('mail-store-01', at, apps(world, named(world, 'mail-store-01'), at, failed))
  // A failed backup took the one before with it.
  record('web-frontend-03', at, [901, 902])
  record('erp-app-02', null, [])
}
