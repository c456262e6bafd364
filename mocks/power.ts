import { assumed } from '~/api/abiquo/assumed'

import { membersOf, textOf } from './body'
import { accepted, type Call, need, type Reply, vmInPath } from './call'
import type { Datacenter } from './place-records'
import { accountRefusal, pluginOf } from './plugins'
import type { RestState, TaskType, Vm } from './records'
import { refuse } from './refusal'
import { isLocked } from './state'
import { startTask } from './tasks'
import { policyOf, siteOf, type World } from './world'

type Jobs = readonly (readonly [string, string])[]
const schedule = [assumed.job.schedule, 'backup schedule'] as const

const deployJobs = (vm: Vm): Jobs => [
  ['SCHEDULE', 'schedule'],
  ['CONFIGURE', 'configure'],
  ...(vm.assignments.length > 0 ? [schedule] : []),
  ['POWER_ON', 'power on'],
]

/** The schedule leaves the backup system before the VM leaves the hypervisor. */
export const undeployJobs = (vm: Vm): Jobs => [
  ...(vm.periods.some(({ to }) => to === null) ? [schedule] : []),
  ['POWER_OFF', 'power off'],
  ['DECONFIGURE', 'deconfigure'],
]

/** Why the backup system refuses a schedule, or null: a VM made for rehearsals, a policy whose code says FAIL, no password. */
export function scheduleRefusal(world: World, vm: Vm, policyIds: readonly number[]): string | null {
  if (policyIds.length === 0) return null
  const drill = vm.refusesSchedule || policyIds.some((id) => policyOf(world, id).code.includes('FAIL'))
  return drill ? 'The backup system refused the schedule: job name already in use' : accountRefusal(siteOf(world, vm))
}

/** BC-45 where the plug-in takes no schedule along with a deploy. */
export function checkSetAtDeploy({ manager }: Datacenter): void {
  const plugin = pluginOf(manager?.type)
  if (plugin && !plugin.setAtDeploy) throw refuse('BC-45')
}

export function deploy(call: Call): Reply {
  const { world, now, person } = call
  const vm = vmInPath(call)
  need(call, 'VAPP_DEPLOY_UNDEPLOY')
  if (vm.guard) throw refuse('VM-120')
  if (isLocked(world, vm, now)) throw refuse('VM-2')
  if (vm.state !== 'NOT_ALLOCATED' && vm.state !== 'ALLOCATED') throw refuse('VM-10')
  if (vm.assignments.length > 0) checkSetAtDeploy(siteOf(world, vm))
  const cause = scheduleRefusal(
    world,
    vm,
    vm.assignments.map(({ policyId }) => policyId),
  )
  const jobs = deployJobs(vm)
  startTask(world, vm, {
    type: 'DEPLOY',
    userId: person.id,
    now,
    length: 10_000,
    jobs,
    effect: { kind: 'deploy' },
    failsAt: cause ? jobs.indexOf(schedule) : null,
    cause,
  })
  return accepted(call, vm)
}

export function undeploy(call: Call): Reply {
  const { world, now, person } = call
  const vm = vmInPath(call)
  need(call, 'VAPP_DEPLOY_UNDEPLOY')
  if (vm.guard) throw refuse('VM-120')
  if (isLocked(world, vm, now)) throw refuse('VM-2')
  if (vm.state === 'NOT_ALLOCATED') throw refuse('VM-3')
  startTask(world, vm, {
    type: 'UNDEPLOY',
    userId: person.id,
    now,
    length: 8_000,
    jobs: undeployJobs(vm),
    effect: { kind: 'undeploy', thenDelete: false },
  })
  return accepted(call, vm)
}

interface Step {
  readonly type: TaskType
  readonly from: readonly RestState[]
  readonly job: string
}

const steps: Readonly<Record<string, Step>> = {
  ON: { type: 'POWER_ON', from: ['OFF', 'CONFIGURED'], job: 'POWER_ON' },
  OFF: { type: 'POWER_OFF', from: ['ON', 'PAUSED'], job: 'POWER_OFF' },
  PAUSED: { type: 'PAUSE', from: ['ON'], job: 'PAUSE' },
}
const resume: Step = { type: 'RESUME', from: ['PAUSED'], job: 'RESUME' }

function stepFor(vm: Vm, to: string, graceful: boolean): Step {
  if (to === 'ON' && vm.state === 'PAUSED') return resume
  const step = steps[to]
  if (!step) throw refuse('GEN-22', 'state')
  return to === 'OFF' && graceful ? { ...step, type: 'SHUTDOWN' } : step
}

function powerTask(call: Call, vm: Vm, step: Step, to: RestState): Reply {
  const { world, now, person } = call
  if (vm.guard) throw refuse('VM-120')
  if (isLocked(world, vm, now)) throw refuse('VM-2')
  if (vm.state === 'NOT_ALLOCATED') throw refuse('VM-3')
  if (!step.from.includes(vm.state)) throw refuse('VM-10')
  const what = step.job.toLowerCase().replace('_', ' ')
  startTask(world, vm, {
    type: step.type,
    userId: person.id,
    now,
    length: 4_000,
    jobs: [[step.job, what]],
    effect: { kind: 'state', to },
  })
  return accepted(call, vm)
}

/** PUT or POST of `state`: power on, power off (or shut down), pause, resume. */
export function changeState(call: Call): Reply {
  const vm = vmInPath(call)
  need(call, 'VAPP_PERFORM_ACTIONS')
  const body = membersOf(call.body)
  const to = (textOf(body['state']) ?? '').toUpperCase()
  const graceful = body['gracefulShutdown'] === true || body['gracefulShutdown'] === 'true'
  const step = stepFor(vm, to, graceful)
  return powerTask(call, vm, step, to === 'OFF' ? 'OFF' : to === 'PAUSED' ? 'PAUSED' : 'ON')
}

export function reset(call: Call): Reply {
  const vm = vmInPath(call)
  need(call, 'VAPP_PERFORM_ACTIONS')
  return powerTask(call, vm, { type: 'RESET', from: ['ON', 'PAUSED'], job: 'RESET' }, 'ON')
}
