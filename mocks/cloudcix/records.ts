/** Numbers of states, as the platform keeps them. */
export const state = {
  requested: 1,
  building: 2,
  unresourced: 3,
  running: 4,
  quiesce: 5,
  quiesced: 6,
  restart: 7,
  scrub: 8,
  scrubQueue: 9,
  runningUpdate: 10,
  quiescing: 12,
  restarting: 13,
  quiescedUpdate: 15,
  scrubbing: 17,
  closed: 99,
} as const

/** Words of the second generation; those of its transitions are assumed, in the same style. */
const words: Readonly<Record<number, string>> = {
  1: 'pending',
  2: 'building',
  3: 'unresourced',
  4: 'running',
  5: 'stop',
  6: 'stopped',
  7: 'restart',
  8: 'delete',
  9: 'delete_queue',
  12: 'stopping',
  13: 'restarting',
  17: 'deleting',
  99: 'deleted',
}
export const wordOf = (code: number): string => words[code] ?? `state_${code}`
export const codeOf = (word: unknown): number | null => {
  const found = Object.entries(words).find(([, one]) => one === word)
  return found ? Number(found[0]) : null
}

export interface Address {
  readonly id: number
  readonly name: string
  readonly member: number
}

export interface Person {
  readonly id: number
  readonly email: string
  readonly password: string
  readonly firstName: string
  readonly surname: string
  readonly address: number
  readonly administrator?: boolean
  readonly isPrivate?: boolean
  /** Sees the other addresses of the company. */
  readonly global?: boolean
  readonly robot?: boolean
  /** The code of a device that is asked for at each sign-in. */
  readonly otp?: string
  /** The code of a letter that is asked for at the first sign-in. */
  readonly firstOtp?: string
  readonly about: string
}

export interface Project {
  readonly id: number
  readonly name: string
  readonly address: number
  readonly region: number
}

export interface Vm {
  readonly id: number
  readonly name: string
  readonly project: Project
  state: number
  readonly cpu: number
  /** Gigabytes. */
  readonly ram: number
  readonly gpu: number
  readonly image: string
  readonly os: string
  /** Gigabytes of each disk. */
  readonly disks: readonly number[]
  readonly created: number
  updated: number
  /** What its backups fail with at the region's agent. */
  broken: boolean
}

/** Instants are epoch milliseconds in here, and text without a zone on the wire. */
export interface HistoryRow {
  readonly id: number
  readonly created: number
  readonly by: number
  readonly address: number
  readonly state: number
  readonly backup: number
  readonly vm: number
  readonly project: number
}

export interface Backup {
  readonly id: number
  name: string
  readonly vm: Vm
  readonly repository: number
  state: number
  timeValid: number | null
  readonly created: number
  updated: number
}

/** Something that will happen. */
export interface Due {
  readonly at: number
  readonly run: (now: number) => void
}

export interface World {
  readonly addresses: readonly Address[]
  readonly people: readonly Person[]
  readonly vms: Map<number, Vm>
  readonly backups: Map<number, Backup>
  /** Oldest first. */
  readonly history: HistoryRow[]
  due: Due[]
  /** Up to when everything has happened. */
  at: number
}

/** The region's agent, which does the work. */
export const robot = 2

export const stable: ReadonlySet<number> = new Set([4, 6, 9, 99])
