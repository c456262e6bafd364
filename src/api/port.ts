import type { Assignment } from '~/domain/assignment'
import type { Backup } from '~/domain/backup'
import type { BackupManager, BackupSystemType, ManagerDraft } from '~/domain/backup-manager'
import type { BackupSettings, Setting } from '~/domain/backup-settings'
import type { BackupOrder, RestoreOrder } from '~/domain/backup-ways'
import type { BackupProperties, BackupRules, BackupSite } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import type { TrailEvent } from '~/domain/event'
import type { Page, Window } from '~/domain/page'
import type { BackupPolicy, OfferedPolicy, PolicyDraft } from '~/domain/policy'
import type { Actor } from '~/domain/privilege'
import type { Role, RoleChange, RolePrivileges } from '~/domain/role'
import type { Task, TaskDecision } from '~/domain/task'
import type { Allowance, AllowanceChange, Tenant } from '~/domain/tenant'
import type { Disk, VirtualMachine } from '~/domain/virtual-machine'

import type { Credentials, SignInAsks } from './port-sign-in'
import type { EventQuery, Failures, FoundOutcomes, RecentOutcomes, Span, TrailQuery, TrailWords } from './port-trail'
import type { ToldRequest } from './told-request'

/** What a write came to: followed by its task, or done already (`task` is null). */
export interface Accepted {
  readonly task: string | null
}

/** A window of the VMs in sight, in the order of the platform. */
export interface VmQuery extends Window {
  /** Text that the name holds; the platform decides how it compares. */
  readonly text?: string
  /** From the end of the platform's order. */
  readonly descending?: boolean
}

/** Results of a VM, newest first unless it says otherwise. */
export interface BackupQuery extends Window {
  readonly oldestFirst?: boolean
}

/** What runs now, by VM. */
export interface Activity {
  readonly vmId: string
  readonly task: Task
}

/** A new backup configuration of a VM. */
export interface ProtectionChange {
  readonly assignments: readonly Assignment[]
  /** `VirtualMachine.revision` of what the person saw; another one on the platform makes the save fail with `stale`. */
  readonly basedOn: string
}

/** The members of the port that change something on the platform, beside signing in and out. */
export type WriteName =
  | 'saveProtection'
  | 'backUpNow'
  | 'cancelBackup'
  | 'restore'
  | 'renameBackup'
  | 'deleteBackup'
  | 'saveSettings'
  | 'setPower'
  | 'deploy'
  | 'undeploy'
  | 'decideTask'
  | 'createManager'
  | 'changeManager'
  | 'deleteManager'
  | 'changeProperties'
  | 'createPolicy'
  | 'changePolicy'
  | 'deletePolicy'
  | 'changeAllowance'
  | 'changeRole'

/** What each write would send, told without sending it. What it has to read before is read. */
export type Describe = {
  readonly [Name in WriteName]: (...given: Parameters<Platform[Name]>) => Promise<ToldRequest>
}

/** Policies of several places. */
export interface PoliciesInSight extends Page<BackupPolicy> {
  /** The ids of those that each place told, by the place; nothing where they come all at once. */
  readonly told?: ReadonlyMap<string, readonly string[]>
}

/**
 * What the console needs from a platform, in the console's own words. Each adapter translates one platform into it.
 * Every member rejects with `ApiError`. Reads may be repeated; writes are sent once. Instants are `Date`.
 */
export interface Platform {
  readonly signInAsks: SignInAsks
  /**
   * Proves who it is and starts a session, kept in memory only. `signed-out` when name or password are wrong, with `more`
   * when the platform wants one of the fields that it asks for.
   */
  readonly signIn: (credentials: Credentials) => Promise<Actor>
  /** The person of a session that outlived a reload (a cookie of the platform), or null. */
  readonly resume: () => Promise<Actor | null>
  readonly signOut: () => Promise<void>
  /**
   * When the session ends by itself unless something is asked before, in milliseconds of this device's clock; null: nobody
   * is signed in, or it is not known.
   */
  readonly sessionEnds: () => number | null
  /** Asks something small, so that the session lasts longer; one whose end stays the same cannot be made longer. */
  readonly staySignedIn: () => Promise<void>
  /** The server's clock minus this device's, in milliseconds, by the newest answer. */
  readonly clockSkew: () => number
  /** What the platform is called, and the address of its API. */
  readonly about: { readonly name: string; readonly address: string }
  readonly describe: Describe

  readonly listVms: (query: VmQuery, signal?: AbortSignal) => Promise<Page<VirtualMachine>>
  readonly getVm: (id: string, signal?: AbortSignal) => Promise<VirtualMachine>
  readonly listDisks: (vmId: string, signal?: AbortSignal) => Promise<readonly Disk[]>
  /** Newest first. */
  readonly listTasks: (vmId: string, signal?: AbortSignal) => Promise<readonly Task[]>
  readonly getTask: (id: string, signal?: AbortSignal) => Promise<Task>
  /** Newest outcomes of backups of all VMs in sight since an instant, from the trail: a few requests at any size. */
  readonly recentOutcomes: (since: Date, signal?: AbortSignal) => Promise<RecentOutcomes>
  /** How all backups of all VMs in sight ended in a span of time, from the trail: a few requests, the newest first. */
  readonly listOutcomes: (span: Span, signal?: AbortSignal) => Promise<FoundOutcomes>
  /** Tasks that run now on VMs in sight. */
  readonly listActivity: (signal?: AbortSignal) => Promise<readonly Activity[]>

  /** What the VM's datacenter offers and allows. */
  readonly getSite: (vmId: string, signal?: AbortSignal) => Promise<BackupSite>
  /** The policies that this tenant may use for this VM. */
  readonly listPolicies: (vmId: string, signal?: AbortSignal) => Promise<Page<BackupPolicy>>
  /** The policies that this person can see in all datacenters: a request for each datacenter. What is refused is left out. */
  readonly listPoliciesInSight: (signal?: AbortSignal) => Promise<PoliciesInSight>
  readonly saveProtection: (vmId: string, change: ProtectionChange) => Promise<Accepted>
  readonly backUpNow: (vmId: string, order: BackupOrder) => Promise<Accepted>
  /**
   * VMs whose turn for a backup has come, where somebody has to start it; null where the platform starts each by itself,
   * or plans none.
   */
  readonly listDue: (signal?: AbortSignal) => Promise<readonly string[] | null>
  /** How many backups this page itself drives, because the platform does not: they stop when it goes. */
  readonly drivenHere: () => number
  /**
   * Asks for the backup that someone saw as a task to stop, or takes it back where it waits to begin; one that does not stop
   * ends as it would have. `stale` where it is no longer what was seen.
   */
  readonly cancelBackup: (vmId: string, task: string) => Promise<Accepted>
  /**
   * A window of a VM's results by their dates; those without a date come last. Where a platform tells them only whole, or in
   * another order, all from the window's beginning on.
   */
  readonly listBackups: (vmId: string, query: BackupQuery, signal?: AbortSignal) => Promise<Page<Backup>>
  readonly getBackup: (vmId: string, backupId: string, signal?: AbortSignal) => Promise<Backup>
  /** Onto its own VM when nothing else is ordered. */
  readonly restore: (vmId: string, backupId: string, order?: RestoreOrder) => Promise<Accepted>
  readonly renameBackup: (vmId: string, backupId: string, name: string) => Promise<Accepted>
  /**
   * For good: no platform takes it back.
   * @param together Ids of all that go by it, as the person was told. Where it would be others by now it fails, a `conflict`.
   */
  readonly deleteBackup: (vmId: string, backupId: string, together: readonly string[]) => Promise<Accepted>
  /** What the VM decides of its own backups beyond when they run; none where a platform has no such thing. */
  readonly getSettings: (vmId: string, signal?: AbortSignal) => Promise<BackupSettings>
  /** All settings, as they are to be. Another `basedOn` than the platform has makes it fail with `stale`. */
  readonly saveSettings: (vmId: string, settings: readonly Setting[], basedOn: string) => Promise<Accepted>
  readonly setPower: (vmId: string, power: 'on' | 'off') => Promise<Accepted>
  readonly deploy: (vmId: string) => Promise<Accepted>
  readonly undeploy: (vmId: string) => Promise<Accepted>
  /** One of `Task.decisions`. `conflict` when the platform does not ask for it any more. */
  readonly decideTask: (taskId: string, decision: TaskDecision) => Promise<Accepted>

  /** Events of one VM, newest first. */
  readonly listVmEvents: (vm: VirtualMachine, query: EventQuery, signal?: AbortSignal) => Promise<Page<TrailEvent>>

  // The administrators' side. Ids of datacenters, policies and tenants are those that VMs name them by. A save that was
  // based on something else than what the platform has now fails with `stale`, before anything is sent.

  /** Datacenters that this person may see as infrastructure. */
  readonly listDatacenters: (signal?: AbortSignal) => Promise<Page<Datacenter>>
  /** The kinds of backup systems that the platform has a plug-in for. */
  readonly listSystemTypes: (signal?: AbortSignal) => Promise<readonly BackupSystemType[]>
  /** The datacenter's connection to its backup system; null when it has none. */
  readonly getManager: (datacenterId: string, signal?: AbortSignal) => Promise<BackupManager | null>
  readonly createManager: (datacenterId: string, draft: ManagerDraft) => Promise<void>
  readonly changeManager: (
    datacenterId: string,
    managerId: string,
    draft: ManagerDraft,
    basedOn: string,
  ) => Promise<void>
  readonly deleteManager: (datacenterId: string, managerId: string) => Promise<void>
  readonly getProperties: (datacenterId: string, signal?: AbortSignal) => Promise<BackupProperties>
  /** Switches that are null stay as the platform has them. */
  readonly changeProperties: (datacenterId: string, rules: BackupRules, basedOn: string) => Promise<void>
  /** All policies of a datacenter, also those that no tenant may use. */
  readonly listOfferedPolicies: (datacenterId: string, signal?: AbortSignal) => Promise<Page<OfferedPolicy>>
  /** Gives the id of the new policy. */
  readonly createPolicy: (datacenterId: string, draft: PolicyDraft) => Promise<string>
  readonly changePolicy: (datacenterId: string, policyId: string, draft: PolicyDraft, basedOn: string) => Promise<void>
  readonly deletePolicy: (datacenterId: string, policyId: string) => Promise<void>

  readonly listTenants: (signal?: AbortSignal) => Promise<Page<Tenant>>
  /** What every tenant may use in a datacenter. */
  readonly listAllowances: (datacenterId: string, signal?: AbortSignal) => Promise<Page<Allowance>>
  /** What a tenant may use in every datacenter. */
  readonly listTenantAllowances: (tenantId: string, signal?: AbortSignal) => Promise<Page<Allowance>>
  /** Read, changed and sent as a whole, with everything else that the platform keeps in it. */
  readonly changeAllowance: (allowanceId: string, change: AllowanceChange) => Promise<void>

  readonly listRoles: (signal?: AbortSignal) => Promise<Page<Role>>
  readonly getRolePrivileges: (roleId: string, signal?: AbortSignal) => Promise<RolePrivileges>
  /** Read, changed and sent as a whole. */
  readonly changeRole: (roleId: string, change: RoleChange) => Promise<void>

  /** The platform's trail in this person's sight, newest first. */
  readonly listEvents: (query: TrailQuery, signal?: AbortSignal) => Promise<Page<TrailEvent>>
  readonly getTrailWords: (signal?: AbortSignal) => Promise<TrailWords>
  /** Failed backups since an instant, of all VMs in sight: a few requests at any size. */
  readonly recentFailures: (since: Date, signal?: AbortSignal) => Promise<Failures>
}
