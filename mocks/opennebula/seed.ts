import type { Attributes } from './attributes'
import { leaveBackup, failWith } from './backups'
import { joinVms } from './methods/jobs'
import {
  type App,
  type Disk,
  type Image,
  type Job,
  type Person,
  since,
  type Version,
  type Vm,
  type World,
} from './records'
import { become, lcm, stamp, state } from './states'

const hour = 3_600
const day = 24 * hour

/** Everybody's password is the name. */
export const people: readonly Person[] = [
  { id: 0, name: 'oneadmin', gid: 0, about: 'may do everything' },
  { id: 2, name: 'cloudadmin', gid: 0, about: 'in the group of the administrators' },
  { id: 3, name: 'operator', gid: 100, about: "owns the retailer's VMs" },
  { id: 4, name: 'viewer', gid: 100, about: "sees the retailer's VMs" },
  { id: 5, name: 'agency', gid: 101, about: 'another group' },
]

interface VmSeed {
  readonly name: string
  readonly gb: readonly number[]
  readonly owner?: number
  readonly cluster?: number
  readonly on?: boolean
  readonly raw?: boolean
  readonly volatile?: number
}

const seeds: readonly VmSeed[] = [
  { name: 'web-frontend-01', gb: [40] },
  { name: 'web-frontend-02', gb: [40] },
  { name: 'web-frontend-03', gb: [40] },
  { name: 'erp-app-01', gb: [80, 120], cluster: 101 },
  { name: 'erp-app-02', gb: [80, 120], cluster: 101 },
  { name: 'erp-db-01', gb: [100, 600], cluster: 101, on: false },
  { name: 'erp-db-02', gb: [100, 400], cluster: 101 },
  { name: 'mail-store-01', gb: [60, 500] },
  { name: 'analytics-etl-01', gb: [200], volatile: 64, cluster: 101 },
  { name: 'file-server-01', gb: [500], raw: true },
  { name: 'checkout-db-01', gb: [120] },
  { name: 'restore-drill-01', gb: [20], on: false },
  { name: 'café-portal-01', gb: [30] },
  { name: 'agency-cms-01', gb: [60], owner: 5 },
]

function places(now: number): Pick<World, 'datastores' | 'markets' | 'templates' | 'groups' | 'clusters'> {
  const owned = { uid: 0, gid: 0, rights: '110100000' }
  const store = (id: number, name: string, type: 0 | 1 | 2 | 3, mad: string, template: Record<string, string> = {}) =>
    [
      id,
      { id, name, type, mad, template, clusters: [100, 101], freeMb: 2_400_000, ...owned, rights: '110100100' },
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

function emptyWorld(version: Version, now: number): World {
  return {
    version,
    vms: new Map(),
    images: new Map(),
    jobs: new Map(),
    apps: new Map(),
    ...places(now),
    people,
    marketCreators: new Set([3]),
    due: [],
    nextSched: 0,
    advancedTo: now,
  }
}

function addVm(world: World, seed: VmSeed, id: number, now: number): void {
  const uid = seed.owner ?? 3
  const gid = people.find((person) => person.id === uid)?.gid ?? 100
  const disks: Disk[] = seed.gb.map((gb, at) => {
    const image: Image = {
      id: world.images.size,
      uid,
      gid,
      name: `${seed.name}-disk-${at}`,
      rights: '110000000',
      type: at === 0 ? 0 : 2,
      regtime: now - 60 * day,
      sizeMb: gb * 1_024,
      state: 2,
      datastoreId: seed.cluster === 101 ? 102 : 1,
      vmIds: [id],
      increments: [],
      error: null,
    }
    world.images.set(image.id, image)
    return { id: at, imageId: image.id, image: image.name, sizeMb: image.sizeMb, format: seed.raw ? 'raw' : 'qcow2' }
  })
  if (seed.volatile !== undefined)
    disks.push({ id: disks.length, imageId: null, image: '', sizeMb: seed.volatile * 1_024, format: 'qcow2' })
  const on = seed.on !== false
  world.vms.set(id, {
    id,
    uid,
    gid,
    name: seed.name,
    rights: '110100000',
    clusterId: seed.cluster ?? 100,
    host: seed.cluster === 101 ? 'lon-kvm-01' : 'bcn-kvm-01',
    state: on ? state.active : state.poweroff,
    lcm: on ? lcm.running : lcm.init,
    stime: now - 60 * day,
    etime: 0,
    locked: seed.name === 'checkout-db-01',
    cpu: 2,
    memoryMb: 4_096,
    templateId: 0,
    disks,
    graphics: true,
    user: [
      ['LABELS', 'prod'],
      ['DESCRIPTION', `The ${seed.name} of the shop & <more>`],
    ],
    history: [{ seq: 0, stime: now - 60 * day, etime: 0, action: 0 }],
    config: {},
    backupIds: [],
    scheds: [],
    driverError: null,
    stubborn: false,
    deaf: false,
    cancelled: false,
  })
}

const named = (world: World, name: string): Vm => {
  const vm = [...world.vms.values()].find((one) => one.name === name)
  if (!vm) throw new Error(`There is no ${name}`)
  return vm
}

/** An hour of the day in UTC, so many times ago, 0 the last time; in epoch seconds. Less than 0: to come. */
function past(now: number, times: number, at: number): number {
  const today = Math.floor(now / day) * day + at * hour
  return (today > now ? today - day : today) - times * day
}

function native(world: World, now: number): void {
  const chain = named(world, 'web-frontend-01')
  chain.config = {
    MODE: 'INCREMENT',
    INCREMENT_MODE: 'CBT',
    KEEP_LAST: '5',
    FS_FREEZE: 'AGENT',
    BACKUP_VOLATILE: 'NO',
    INCREMENTAL_BACKUP_ID: '-1',
    LAST_INCREMENT_ID: '-1',
  }
  const sched = (vm: Vm, change: Partial<Vm['scheds'][number]>): void => {
    vm.scheds = [
      ...vm.scheds,
      {
        id: world.nextSched,
        action: 'backup',
        args: '101',
        time: past(now, -1, 3),
        repeat: 0,
        days: '0,1,2,3,4,5,6',
        endType: 0,
        endValue: -1,
        done: past(now, 0, 3),
        message: '',
        ...change,
      },
    ]
    world.nextSched += 1
  }
  for (let ago = 7; ago >= 0; ago -= 1) leaveBackup(world, chain, 101, false, past(now, ago, 3))
  sched(chain, {})
  const failing = named(world, 'mail-store-01')
  failing.config = { MODE: 'FULL', KEEP_LAST: '3', INCREMENTAL_BACKUP_ID: '-1', LAST_INCREMENT_ID: '-1' }
  leaveBackup(world, failing, 100, false, past(now, 4, 2))
  failing.history.splice(
    0,
    1,
    { seq: 0, stime: now - 60 * day, etime: past(now, 1, 2), action: 50 },
    { seq: 1, stime: past(now, 1, 2), etime: 0, action: 0 },
  )
  failWith(failing, `${stamp(past(now, 1, 2) + 90)}: BACKUP: rsync: connection unexpectedly closed`)
  failing.driverError = 'rsync: connection unexpectedly closed'
  sched(failing, { args: '100', days: '1,3,5', time: past(now, -1, 2) })
  const broken = named(world, 'web-frontend-03')
  sched(broken, { args: '', time: now - 2 * day, repeat: -1, days: '', endType: -1, done: -1 })
  sched(broken, { time: now - day, repeat: -1, days: '', endType: -1, done: -1 })
  const once = named(world, 'erp-app-02')
  leaveBackup(world, once, 100, false, past(now, 2, 12))
  sched(once, { args: '100', time: past(now, 2, 12), repeat: -1, days: '', endType: -1, done: past(now, 2, 12) + 9 })
  const drill = named(world, 'restore-drill-01')
  for (const ago of [3, 2, 1]) leaveBackup(world, drill, 101, false, past(now, ago, 1))
  // Restored in place long ago: the state of the VM still says so.
  become(drill, state.poweroff, lcm.restore)
  named(world, 'analytics-etl-01').stubborn = true
  named(world, 'erp-db-01').deaf = true
}

function jobs(world: World, now: number): void {
  const members = ['erp-app-01', 'erp-db-01', 'erp-db-02'].map((name) => named(world, name).id)
  const template: Attributes = [
    ['BACKUP_VMS', members.join(',')],
    ['DATASTORE_ID', '100'],
    ['MODE', 'FULL'],
    ['KEEP_LAST', '4'],
    ['FS_FREEZE', 'NONE'],
    ['BACKUP_VOLATILE', 'NO'],
    ['EXECUTION', 'SEQUENTIAL'],
  ]
  const job: Job = {
    id: 0,
    uid: 3,
    gid: 100,
    name: 'nightly',
    rights: '110100000',
    priority: 50,
    lastTime: past(now, 0, 1),
    lastDuration: 2_000,
    locked: false,
    updated: members,
    outdated: [],
    backing: [],
    failed: [],
    template,
    scheds: [
      {
        id: world.nextSched,
        action: 'backup',
        args: '',
        time: past(now, -1, 1),
        repeat: 0,
        days: '0,1,2,3,4,5,6',
        endType: 0,
        endValue: -1,
        done: past(now, 0, 1),
        message: '',
      },
    ],
  }
  world.nextSched += 1
  world.jobs.set(0, job)
  joinVms(world, job, [])
  for (const id of members) {
    const vm = world.vms.get(id)
    if (vm)
      for (let ago = 4; ago >= 0; ago -= 1)
        leaveBackup(world, vm, 100, false, Math.min(now, past(now, ago, 1) + id * 60))
  }
}

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

function marketBackups(world: World, now: number): void {
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

/** The world that the simulator starts with; the same for the same release, size and instant (epoch seconds). */
export function seedWorld(version: Version, now: number, fleet = 0): World {
  const world = emptyWorld(version, now)
  seeds.forEach((seed, at) => addVm(world, seed, at + 1, now))
  for (let id = seeds.length + 1; id <= fleet; id += 1)
    addVm(
      world,
      { name: `fleet-${String(id).padStart(5, '0')}`, gb: [20], cluster: id % 2 === 0 ? 100 : 101, on: id % 9 !== 0 },
      id,
      now,
    )
  if (since(world, '6.6')) native(world, now)
  else marketBackups(world, now)
  if (since(world, '6.8')) jobs(world, now)
  return world
}
