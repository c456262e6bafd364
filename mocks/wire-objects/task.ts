import type { Call } from '../call'
import { vmHref } from '../call'
import { fullName, personOf } from '../people'
import type { Task, Vm } from '../records'
import { type JobState, jobState, taskState } from '../tasks'
import { platformName } from '../world'
import { epochSeconds, type Link, link } from './link'

const rollbackStates: Readonly<Partial<Record<JobState, string>>> = {
  ROLLBACK_STARTED: 'STARTED',
  ROLLBACK_DONE: 'DONE',
}

function wireJob(vm: Vm, task: Task, at: number, now: number) {
  const job = task.jobs[at]
  const { state, changed } = jobState(task, at, now)
  const name = task.type.charAt(0) + task.type.slice(1).toLowerCase().replace('_', ' ')
  return {
    id: job?.id ?? '',
    parentTaskId: task.id,
    type: job?.type ?? '',
    state,
    rollbackState: rollbackStates[state] ?? 'UNKNOWN',
    description: `${name} task's ${job?.what ?? ''} on virtual machine with id ${vm.id}`,
    timestamp: epochSeconds(changed),
    creationTimestamp: epochSeconds(task.start),
    links: [],
  }
}

/** A task with its jobs; `taskextended` has them under a second name, and both are served. */
export function wireTask(call: Call, vm: Vm, task: Task) {
  const machine = vmHref(call.base, vm)
  const self = `${machine}/tasks/${task.id}`
  const state = taskState(task, call.now)
  const person = personOf(task.userId)
  const links: Link[] = [
    { rel: 'self', href: self },
    { rel: 'parent', href: `${machine}/tasks` },
  ]
  if (state === 'FINISHED_UNSUCCESSFULLY') links.push({ rel: 'acknowledge', href: `${self}/action/ack` })
  if (state === 'QUEUEING') {
    links.push({ rel: 'cancel', href: `${self}/action/cancel` }, { rel: 'continue', href: `${self}/action/continue` })
  }
  links.push(link('virtualmachine', machine, 'virtualmachine', platformName(vm)))
  if (person)
    links.push(
      link('user', `${call.base}/admin/enterprises/${person.tenantId}/users/${person.id}`, 'user', fullName(person)),
    )
  const jobs = { links: [], collection: task.jobs.map((_, at) => wireJob(vm, task, at, call.now)) }
  const changes = jobs.collection.map(({ timestamp }) => timestamp)
  return {
    links,
    taskId: task.id,
    type: task.type,
    state,
    ownerId: String(vm.id),
    // A scheduled backup belongs to nobody.
    ...(task.userId === null ? {} : { userId: String(task.userId) }),
    timestamp: !task.held && call.now >= task.end ? epochSeconds(task.end) : Math.max(...changes),
    creationTimestamp: epochSeconds(task.start),
    jobs,
    ...(call.choice.entity === 'taskextended' ? { jobsExtended: jobs } : {}),
  }
}
