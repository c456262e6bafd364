/** A place that a backup can be put in, or the disks of a restored VM: a datastore, a marketplace, a repository. */
export interface BackupPlace {
  readonly id: string
  readonly name: string
  /** What is left of it in MB; null when the platform does not say. */
  readonly freeMb: number | null
}

/** How a backup comes back. */
export type RestoreWay =
  /** Onto its own VM, whose disks are overwritten; on some platforms its snapshots are deleted with what was on them. */
  /** `unsure`: the rights that are told do not allow it to this person; others that nobody tells may. */
  | { readonly way: 'in-place'; readonly dropsSnapshots?: boolean; readonly unsure?: boolean }
  /** As another VM beside the first, its disks in one of the places. */
  | { readonly way: 'new-vm'; readonly places: readonly BackupPlace[] }
  /** By the people who run the platform: the console prepares the request to them. */
  | { readonly way: 'by-request'; readonly to: string }

/**
 * What a person decides, or has to know, where backups are made and brought back: other platforms ask other things. A
 * page asks what stands here and never which platform it is.
 */
export interface BackupWays {
  /** Where a backup by hand can go, the one to suggest first; none where the platform decides. */
  readonly places: readonly BackupPlace[]
  /** Most characters of the name that a person gives a backup by hand; null where the platform names it. */
  readonly nameLength: number | null
  /** Signs that the platform takes in no name, one after the other; left out where it takes all. */
  readonly refusedSigns?: string
  /** Whether a running VM is switched off while its disks are copied, and then started again. */
  readonly interrupts: boolean
  /** Whether the platform holds a VM while a backup of it runs: power and changes wait. */
  readonly holds: boolean
  /** Whether a backup can be one of a policy's; else nobody expects to read of which. */
  readonly policies: boolean
  /** Whether the platform has copies in a second place at all; what can make them is the backup system's matter. */
  readonly replicates: boolean
  /** What `Backup.typeText` says of a backup: of which kind it is, or in which of the places it lies. */
  readonly typeSays: 'kind' | 'place'
  /** Whether only a running VM can be backed up by hand, and a backup of it deleted. */
  readonly onlyWhileOn: boolean
  /** Whether a backup that runs can be stopped. */
  readonly cancel: boolean
  /** What can be done to a backup afterwards. */
  readonly changes: ReadonlySet<'rename' | 'delete'>
  /** Whether a VM has settings of its own for its backups. */
  readonly settings: boolean
  /** At least one; the first is suggested. */
  readonly restores: readonly [RestoreWay, ...(readonly RestoreWay[])]
}

/** The platform decides everything, and a backup comes back onto its VM. */
export const platformDecides: BackupWays = {
  places: [],
  nameLength: null,
  interrupts: false,
  holds: true,
  policies: true,
  replicates: true,
  typeSays: 'kind',
  onlyWhileOn: false,
  cancel: false,
  changes: new Set(),
  settings: false,
  restores: [{ way: 'in-place' }],
}

/** A backup by hand, as a person asks for it. */
export interface BackupOrder {
  /** Have it copied to a second place as well. */
  readonly replicate: boolean
  /** One of the places; absent where the platform decides, else it goes where the VM's backups usually go. */
  readonly place?: string
  /** Absent where the platform names it, else it is named by VM and moment. */
  readonly name?: string
}

/** A restore, as a person asks for it. */
export type RestoreOrder =
  | { readonly way: 'in-place' }
  /** `place`: one of the way's; `name`: of the new VM. */
  | { readonly way: 'new-vm'; readonly place: string; readonly name: string }

/** Why no backup of a VM can be asked for, beyond its state. */
export type BackupBlock =
  /** A backup failed, and the platform takes no other until its people have mended that. */
  | { readonly cause: 'failed-backup'; readonly backup: string }
  /** Its graphics processors keep it from being copied. */
  | { readonly cause: 'graphics' }
  /** It belongs to another part of the company: this person may only look. */
  | { readonly cause: 'others' }
  /** By the rights that it tells this person may only look at it. */
  | { readonly cause: 'not-managed' }
  /** Somebody locked it on the platform, which then refuses whatever changes it, backups too. */
  | { readonly cause: 'locked' }
  /** This person may only look, at everything. */
  | { readonly cause: 'private' }
  /** A backup job has it and runs by its own plan. */
  | { readonly cause: 'job'; readonly job: string }

/** What keeps a name from being sent: how many characters it may have, or those of its signs that it may not have. */
export type NameProblem = { readonly most: number } | { readonly signs: string }

/** Where no length is told a name of a column's usual length does no harm. */
const usualNameLength = 128

/** What is wrong with the name of a backup or of a restored VM, blanks around it left aside. Null when it can be sent. */
export function nameProblem(
  { nameLength, refusedSigns = '' }: Pick<BackupWays, 'nameLength' | 'refusedSigns'>,
  typed: string,
): NameProblem | null {
  const name = typed.trim()
  const most = nameLength ?? usualNameLength
  if (name === '' || name.length > most) return { most }
  const signs = Array.from(refusedSigns).filter((sign) => name.includes(sign))
  return signs.length > 0 ? { signs: signs.join(' ') } : null
}

/** What is wrong with an order: a place to choose, or what keeps its name from being sent. Null when it can be sent. */
export function orderProblem(ways: BackupWays, { place, name = '' }: BackupOrder): 'place' | NameProblem | null {
  if (ways.places.length > 0 && !ways.places.some(({ id }) => id === place)) return 'place'
  return ways.nameLength === null ? null : nameProblem(ways, name)
}

/** A name by the VM and the minute, in UTC, e.g. `web-1-20260302-0800Z`; where it would be too long the VM's part is cut. */
export function backupNameOf(vmName: string, now: Date, most: number): string {
  const minute = `-${now.toISOString().slice(0, 16).replace(/[-:]/gu, '').replace('T', '-')}Z`
  return `${vmName.slice(0, Math.max(0, most - minute.length))}${minute}`
}

/** The order that is suggested: the first place, and a name where one is wanted. */
export const suggestedOrder = ({ places, nameLength }: BackupWays, vmName: string, now: Date): BackupOrder => ({
  replicate: false,
  ...(places[0] && { place: places[0].id }),
  ...(nameLength !== null && { name: backupNameOf(vmName, now, nameLength) }),
})
