import type { BackupManager } from './backup-manager'
import type { BackupSystem } from './capability'
import { holds } from './holds'
import type { BackupPolicy, BackupType, Periodicity } from './policy'
import type { Actor } from './privilege'
import type { Capability } from './reason'
import type { Ref } from './ref'
import type { Role } from './role'
import { connected } from './situation'
import type { Allowance } from './tenant'
import { ofTenant, type PolicyUsage } from './usage'
import { firstRefusal, no, type Verdict, yes } from './verdict'

/** What every rule of the administrators' side asks for. */
export interface Administration {
  readonly actor: Actor
  readonly online: boolean
}

/** Open the infrastructure section: table 4.2. */
export const mayOpenInfrastructure = (actor: Actor): Verdict => holds(actor, 'infrastructure.view')

/** Open the backup side of a datacenter: section 6.14. */
export const mayOpenBackupSide = (actor: Actor): Verdict =>
  firstRefusal(
    mayOpenInfrastructure(actor),
    holds(actor, 'infrastructure.details'),
    holds(actor, 'infrastructure.backup'),
  )

/** Change the backup side of a datacenter: manager, properties, policies. */
export const mayChangeBackupSide = ({ actor, online }: Administration): Verdict =>
  firstRefusal(mayOpenBackupSide(actor), connected({ online }))

/** Connect a datacenter to a backup system: one for each datacenter (BC-39). */
export const mayCreateManager = (
  administration: Administration,
  datacenter: Ref,
  existing: BackupManager | null,
): Verdict =>
  firstRefusal(
    mayOpenBackupSide(administration.actor),
    existing ? no({ code: 'manager-exists', datacenter: datacenter.name, manager: existing.name }) : yes,
    connected(administration),
  )

const used = (
  code: 'policy-used-change' | 'policy-used-delete',
  { name }: Pick<BackupPolicy, 'name'>,
  usage: PolicyUsage | null,
): Verdict =>
  usage && usage.vms.length > 0 ? no({ code, policy: name, vms: usage.vms.length, tenants: usage.tenants.length }) : yes

/**
 * Change the configurations of a policy: frozen while a VM uses it (BC-29); name and description are not. What VMs out of
 * sight do (`usage` null, or incomplete) the platform decides.
 */
export const mayChangeConfigurations = (
  administration: Administration,
  policy: Pick<BackupPolicy, 'name'>,
  usage: PolicyUsage | null,
): Verdict => firstRefusal(mayChangeBackupSide(administration), used('policy-used-change', policy, usage))

/** Delete a policy: not while a VM uses it (BC-25). */
export const mayDeletePolicy = (
  administration: Administration,
  policy: Pick<BackupPolicy, 'name'>,
  usage: PolicyUsage | null,
): Verdict =>
  firstRefusal(
    mayOpenBackupSide(administration.actor),
    used('policy-used-delete', policy, usage),
    connected(administration),
  )

/** A kind of backup that a policy may hold; a system that does not say leaves it to the platform. */
export function systemMakes(
  system: BackupSystem | null,
  type: BackupType,
  periodicity: Periodicity | null = null,
): Verdict {
  if (!system?.periodicities) return yes
  const known = system.periodicities.get(type)
  const makes = known !== undefined && (periodicity === null ? known.length > 0 : known.includes(periodicity))
  return makes ? yes : no({ code: 'kind-not-supported', system: system.name, type, periodicity })
}

/** What a policy may ask of a backup system beside its kinds. */
export const systemOffers = (system: BackupSystem | null, capability: Capability): Verdict =>
  system?.can[capability] === false ? no({ code: 'no-capability', capability, system: system.name }) : yes

/** Open the tenants section: table 4.2. */
export const mayOpenTenants = (actor: Actor): Verdict => holds(actor, 'tenants.manage')

/** Change which policies a tenant may use. */
export const mayChangeAllowances = ({ actor, online }: Administration): Verdict =>
  firstRefusal(mayOpenTenants(actor), connected({ online }))

/** Take a policy from a tenant: not while its VMs use it (LIMIT-25). */
export function mayWithdraw(
  administration: Administration,
  policy: Pick<BackupPolicy, 'name'>,
  tenant: Ref,
  usage: PolicyUsage | null,
): Verdict {
  const vms = usage ? ofTenant(usage, tenant.id).length : 0
  return firstRefusal(
    mayOpenTenants(administration.actor),
    vms > 0 ? no({ code: 'policy-used-by-tenant', policy: policy.name, tenant: tenant.name, vms }) : yes,
    connected(administration),
  )
}

/**
 * Decide for now that a tenant is to have a policy, or not to. What is the case already may always be decided: it takes
 * a decision back. Nothing is sent yet, so no network is asked for.
 */
export function mayWish(
  actor: Actor,
  { tenant, policyIds }: Allowance,
  policy: Pick<BackupPolicy, 'id' | 'name'>,
  wanted: boolean,
  usage: PolicyUsage | null,
): Verdict {
  if (policyIds.includes(policy.id) === wanted) return yes
  const prepared = { actor, online: true }
  return wanted ? mayChangeAllowances(prepared) : mayWithdraw(prepared, policy, tenant, usage)
}

/** See the roles of the platform; what one may do oneself needs no privilege. */
export const mayOpenRoles = (actor: Actor): Verdict => holds(actor, 'users.view')

/** Give privileges to a role, and take them. */
export const mayChangeRole = ({ actor, online }: Administration, role: Role): Verdict =>
  firstRefusal(
    mayOpenRoles(actor),
    holds(actor, 'roles.manage'),
    role.locked ? no({ code: 'role-locked', role: role.name }) : yes,
    connected({ online }),
  )
