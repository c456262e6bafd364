import type { Assignment, ConfigurationValues } from './assignment'
import { checkAssignment } from './check-assignment'
import { holds } from './holds'
import { mayAddPolicy } from './may-back-up'
import type { BackupConfiguration, BackupPolicy } from './policy'
import { changeable, connected, type Situation, stateKnown, systemCan, unlocked } from './situation'
import { firstRefusal, no, type Verdict, yes } from './verdict'
import { isDeployed, type Disk } from './virtual-machine'

/** The backup configuration of a VM as a form holds it. */
export interface ProtectionForm {
  /** The policies that this person may see for the VM. */
  readonly policies: readonly BackupPolicy[]
  /** What would be saved; policies out of this person's sight are kept as they are. */
  readonly assignments: readonly Assignment[]
  readonly changed: boolean
  /** The VM's disks, once they are known. */
  readonly disks?: readonly Disk[] | null
}

/** The datacenter has a backup system at all; without one there is nothing to hand a schedule to. */
const hasSystem = ({ site }: Situation): Verdict =>
  site.system === null ? no({ code: 'no-backup-system', datacenter: site.datacenter.name }) : yes

/** A deployed VM changes only where the datacenter and its backup system allow it. */
function changeWhileDeployed({ site, vm }: Situation): Verdict {
  if (!isDeployed(vm)) return yes
  if (site.rules.changeWhileDeployed === false)
    return no({ code: 'update-while-deployed-off', datacenter: site.datacenter.name })
  return systemCan(site, 'change-while-deployed')
}

const changeRules = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'backup.configure'),
    changeable(situation),
    hasSystem(situation),
    systemCan(situation.site, 'schedule'),
    changeWhileDeployed(situation),
    stateKnown(situation),
    unlocked(situation),
  )

/** Change which policies protect a VM, or their values: decision table 7.3. */
export const mayChangePolicies = (situation: Situation): Verdict =>
  firstRefusal(changeRules(situation), connected(situation))

/** A backup system that takes no schedule at deployment would make the deployment fail. */
function scheduledInTime({ site, vm }: Situation, { assignments }: ProtectionForm): Verdict {
  return vm.state === 'not-deployed' && assignments.length > 0 ? systemCan(site, 'set-at-deploy') : yes
}

type Schedule = Pick<ConfigurationValues, 'at' | 'hours' | 'time' | 'days' | 'dates'>

/** The values of a schedule in one text to compare by. */
const scheduleText = (values: Schedule | undefined): string =>
  JSON.stringify([
    values?.at ?? null,
    values?.hours ?? null,
    values?.time ? [values.time.hour, values.time.minute, values.time.second, values.time.offset] : null,
    values?.days?.toSorted() ?? null,
    values?.dates?.toSorted() ?? null,
  ])

function contentText(values: ConfigurationValues | undefined): string {
  const content = values?.content ?? { kind: 'all' }
  return content.kind === 'disks' ? JSON.stringify(content.ids.toSorted()) : ''
}

/** Whether a policy leaves any part of a configuration's schedule to the VM. */
export function leavesSchedule({ timing }: BackupConfiguration): boolean {
  switch (timing.every) {
    case 'defined-hour':
      return timing.at.by === 'vm'
    case 'hourly':
      return timing.hours.by === 'vm'
    case 'daily':
      return timing.time.by === 'vm'
    case 'monthly':
    case 'yearly':
      return timing.time.by === 'vm' || timing.dates?.by === 'vm'
    case 'weekly-planned':
      return timing.days.by === 'vm' || timing.time.by === 'vm'
    case 'unknown':
      return false
  }
}

/** The configurations in sight with what the VM has for each and what it would get. */
const pairs = ({ vm }: Situation, { policies, assignments }: ProtectionForm) =>
  assignments.flatMap((assignment) => {
    const policy = policies.find(({ id }) => id === assignment.policyId)
    const stored = vm.assignments?.find(({ policyId }) => policyId === assignment.policyId)
    return (policy?.configurations ?? []).map((configuration) => ({
      policy: assignment.policyName,
      configuration,
      isNew: stored === undefined,
      before: stored?.values.find(({ key }) => key === configuration.key),
      after: assignment.values.find(({ key }) => key === configuration.key),
    }))
  })

/** Who may not give schedules may not save a policy that asks for them, unless they are there and stay: table 7.4. */
function scheduleGiven(situation: Situation, form: ProtectionForm): Verdict {
  if (situation.actor.may.has('backup.schedule')) return yes
  const needed = pairs(situation, form).find(
    ({ configuration, isNew, before, after }) =>
      leavesSchedule(configuration) && (isNew || scheduleText(before) !== scheduleText(after)),
  )
  return needed ? no({ code: 'schedule-needed', policy: needed.policy }) : yes
}

/** Who may not choose disks leaves the choice as it is. */
const disksAllowed = (situation: Situation, form: ProtectionForm): Verdict =>
  pairs(situation, form).some(({ before, after }) => contentText(before) !== contentText(after))
    ? holds(situation.actor, 'backup.disks')
    : yes

function valuesRight({ vm }: Situation, { policies, assignments, disks }: ProtectionForm): Verdict {
  const count = assignments.flatMap((assignment) => {
    const policy = policies.find(({ id }) => id === assignment.policyId)
    const facts = { disks: disks ?? null, os: vm.os, assignments: vm.assignments }
    return policy ? checkAssignment(policy, assignment, facts) : []
  }).length
  return count > 0 ? no({ code: 'values-wrong', count }) : yes
}

/**
 * Save the backup configuration of a VM: decision tables 7.3 and 7.4. After what `mayChangePolicies` asks: what the backup
 * system takes, how many policies there may be, who may give schedules and choose disks, whether all values are right.
 */
export const mayProtect = (situation: Situation, form: ProtectionForm): Verdict =>
  firstRefusal(
    changeRules(situation),
    scheduledInTime(situation, form),
    mayAddPolicy(situation.site, form.assignments.length - 1),
    scheduleGiven(situation, form),
    disksAllowed(situation, form),
    valuesRight(situation, form),
    form.changed ? yes : no({ code: 'nothing-changed' }),
    connected(situation),
  )
