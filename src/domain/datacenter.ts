import type { BackupPlace } from './backup-ways'
import type { Ref } from './ref'

/** A place where VMs run, as the people who operate it see it. */
export interface Datacenter extends Ref {
  /** Where it stands, in the platform's words. */
  readonly location: string | null
  /** IANA name of its zone, when the deployment names one. */
  readonly timeZone: string | null
  /** Where its backups go, and what is left there, where the platform tells it with the datacenter. */
  readonly places?: readonly BackupPlace[]
}
