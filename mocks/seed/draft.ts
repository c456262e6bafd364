import type { RestState } from '../records'

export interface ChosenPolicy {
  readonly code: string
  readonly time?: string
  readonly days?: readonly string[]
  /** Numbers of disks (0 is the first), or paths. */
  readonly sources?: readonly (number | string)[]
}

/** A VM of the seeded world, as short as it can be said. Sizes in GB. */
export interface Draft {
  readonly label: string
  readonly vappId: number
  readonly template: string
  readonly cpu: number
  readonly ram: number
  readonly disks: readonly number[]
  readonly state: RestState
  readonly policies?: readonly ChosenPolicy[]
  readonly description?: string
  readonly guard?: string | null
  readonly volume?: { readonly name: string; readonly gb: number }
  /** Its backups fail since so many days. */
  readonly failing?: { readonly days: number; readonly cause: string }
  /** The backup system has run nothing for so many days, and says nothing of it. */
  readonly silentDays?: number
  readonly refusesSchedule?: true
  /** Undeployed so many days ago, after it had backups. */
  readonly undeployedDaysAgo?: number
}

/** Templates; the guest's family is read from their names. */
export const debian = 'Debian 12'
export const ubuntu = 'Ubuntu Server 24.04'
export const windows = 'Windows Server 2022'
export const windows2019 = 'Windows Server 2019'

export const nightly = [{ code: 'BCN-NIGHTLY' }]
export const platinum = [{ code: 'LDN-PLATINUM' }]
export const silver = [{ code: 'LDN-SILVER' }]
