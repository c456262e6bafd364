import type { Attributes, Vector } from './attributes'

/** Releases that are simulated; the newest patch of each. */
export const versions = ['6.0', '6.4', '6.6', '6.8', '6.10'] as const
export type Version = (typeof versions)[number]

export interface Person {
  readonly id: number
  readonly name: string
  readonly gid: number
  readonly about: string
}

/** Nine digits: USE, MANAGE and ADMIN for owner, group and others. */
export type Rights = string

export interface Owned {
  readonly id: number
  readonly uid: number
  readonly gid: number
  name: string
  rights: Rights
}

export interface Disk {
  readonly id: number
  /** Null for a volatile disk. */
  readonly imageId: number | null
  readonly image: string
  readonly sizeMb: number
  readonly format: 'raw' | 'qcow2'
}

/** Instants are epoch seconds everywhere; a missing one is 0 or -1, as the platform has it. */
export interface HistoryRecord {
  readonly seq: number
  readonly stime: number
  etime: number
  action: number
}

export interface SchedAction {
  readonly id: number
  action: string
  args: string
  time: number
  repeat: number
  days: string
  endType: number
  endValue: number
  done: number
  message: string
}

export interface Vm extends Owned {
  readonly clusterId: number
  readonly host: string
  state: number
  lcm: number
  readonly stime: number
  etime: number
  locked: boolean
  readonly cpu: number
  readonly memoryMb: number
  readonly templateId: number | null
  readonly disks: readonly Disk[]
  graphics: boolean
  user: Attributes
  readonly history: HistoryRecord[]
  config: Record<string, string>
  backupIds: number[]
  scheds: SchedAction[]
  /** What the driver says when its backup fails; null when it does not. */
  driverError: string | null
  /** Runs to its end although it was cancelled. */
  stubborn: boolean
  /** Its guest does not listen when it is asked to shut down. */
  deaf: boolean
  cancelled: boolean
}

/** Of a VM to which nothing has happened yet. */
export const untouched = () => ({
  config: {},
  backupIds: [],
  scheds: [],
  driverError: null,
  stubborn: false,
  deaf: false,
  cancelled: false,
})

export interface Increment {
  readonly id: number
  parent: number
  type: 'FULL' | 'INCREMENT'
  readonly date: number
  sizeMb: number
}

export interface Image extends Owned {
  /** 0 system, 2 data, 6 backup. */
  readonly type: number
  readonly regtime: number
  sizeMb: number
  state: number
  readonly datastoreId: number
  vmIds: number[]
  increments: Increment[]
  error: string | null
}

export interface Datastore extends Owned {
  readonly type: 0 | 1 | 2 | 3
  readonly mad: string
  readonly template: Vector
  readonly clusters: readonly number[]
  readonly freeMb: number
  /** What the platform says of the quota of whose VMs are backed up to it; null while there is room. */
  quota: string | null
}

export interface Job extends Owned {
  priority: number
  lastTime: number
  lastDuration: number
  locked: boolean
  updated: number[]
  outdated: number[]
  backing: number[]
  failed: number[]
  template: Attributes
  scheds: SchedAction[]
}

export interface Market extends Owned {
  readonly mad: string
  readonly freeMb: number
  state: number
  /** Uploads fail with this. */
  uploadError: string | null
}

export interface App extends Owned {
  readonly regtime: number
  /** 1 image, 2 template. */
  readonly type: number
  /** 0 init, 1 ready, 2 locked, 3 error, 4 disabled. */
  state: number
  sizeMb: number
  readonly originId: number
  readonly marketId: number
  readonly template: Attributes
  error: string | null
}

export interface Template extends Owned {
  readonly regtime: number
  attributes: Attributes
}

/** Something that will happen. */
export interface Due {
  readonly at: number
  readonly run: (world: World, now: number) => void
}

export interface World {
  readonly version: Version
  readonly vms: Map<number, Vm>
  readonly images: Map<number, Image>
  readonly datastores: Map<number, Datastore>
  readonly jobs: Map<number, Job>
  readonly markets: Map<number, Market>
  readonly apps: Map<number, App>
  readonly templates: Map<number, Template>
  readonly people: readonly Person[]
  readonly groups: ReadonlyMap<number, string>
  readonly clusters: ReadonlyMap<number, string>
  /** Those that may do what by default only administrators may: create apps. */
  readonly marketCreators: Set<number>
  due: Due[]
  nextSched: number
  /** Epoch seconds up to which everything has happened. */
  advancedTo: number
}

export const nextId = (records: ReadonlyMap<number, unknown>, least = 0): number =>
  Math.max(least - 1, ...records.keys()) + 1

export const after = (world: World, at: number, run: Due['run']): void => {
  world.due.push({ at, run })
}

const order: readonly Version[] = versions
export const since = ({ version }: Pick<World, 'version'>, from: Version): boolean =>
  order.indexOf(version) >= order.indexOf(from)
