import { assumed } from '~/api/abiquo/assumed'

import {
  type Call,
  get,
  need,
  nothing,
  ok,
  type Reply,
  type Route,
  seesAll,
  visibleVms,
  vmHref,
  vmInPath,
} from '../call'
import { cut, windowOf } from '../paging'
import { personOf } from '../people'
import type { Task, Vm } from '../records'
import { refuse } from '../refusal'
import { runningAt } from '../runs'
import { cancelTask, continueTask, openTasks, tasksOf, taskState } from '../tasks'
import { unpaged } from '../wire-objects/link'
import { wireTask } from '../wire-objects/task'
import { tenantOf, touch } from '../world'
import { vmPath } from './machines'

function taskInPath(call: Call): { readonly vm: Vm; readonly task: Task } {
  const vm = vmInPath(call)
  const task = tasksOf(call.world, vm, call.now).find(({ id }) => id === call.text('task'))
  if (!task) throw refuse('TASK-1')
  return { vm, task }
}

function listTasks(call: Call): Reply {
  const vm = vmInPath(call)
  const self = vmHref(call.base, vm)
  const links = [
    { rel: 'self', href: `${self}/tasks` },
    { rel: 'parent', href: self },
  ]
  return ok(
    call,
    unpaged(
      tasksOf(call.world, vm, call.now).map((task) => wireTask(call, vm, task)),
      links,
    ),
  )
}

/** What each action asks of the person and of the task. */
const actions = new Map([
  ['ack', { privilege: 'VAPP_CUSTOMISE_SETTINGS', state: 'FINISHED_UNSUCCESSFULLY' }],
  ['cancel', { privilege: 'WORKFLOW_OVERRIDE', state: 'QUEUEING' }],
  ['continue', { privilege: 'WORKFLOW_OVERRIDE', state: 'QUEUEING' }],
])

function act(call: Call): Reply {
  const { vm, task } = taskInPath(call)
  const name = call.text('action')
  const action = actions.get(name)
  if (!action) throw refuse('404-NOT-FOUND')
  need(call, action.privilege)
  if (taskState(task, call.now) !== action.state) throw refuse('409-CONFLICT')
  if (name === 'ack') task.acknowledged = true
  else if (name === 'cancel') cancelTask(call.world, vm, task, call.now)
  else continueTask(task, call.now)
  touch(call.world, vm)
  return nothing
}

const noOrder = { by: { name: () => 0 }, defaultBy: 'name', defaultAsc: true }

/** What runs now, on the VMs that the caller sees and that `wanted` keeps. Its links are those of the captures: no pages. */
function pending(call: Call, parent: string, wanted: (vm: Vm, task: Task) => boolean): Reply {
  const window = windowOf(call.query, noOrder)
  const has = window.has?.toLowerCase() ?? ''
  const open = visibleVms(call.world, call.person).flatMap((vm) =>
    openTasks(call.world, vm, call.now, runningAt(call.world, vm, call.now))
      .filter((task) => wanted(vm, task))
      .filter(({ userId }) => has === '' || (personOf(userId)?.nick ?? '').includes(has))
      .map((task) => ({ vm, task })),
  )
  const newest = open.toSorted((a, b) => b.task.start - a.task.start)
  return ok(call, {
    links: [
      { rel: 'self', href: call.self },
      { rel: 'parent', href: parent },
    ],
    collection: cut(newest, window).map(({ vm, task }) => wireTask(call, vm, task)),
    totalSize: open.length,
  })
}

function tenantPending(call: Call): Reply {
  const tenant = tenantOf(call.world, call.param('tenant'))
  if (!seesAll(call.person) && tenant.id !== call.person.tenantId) throw refuse('EN-0')
  return pending(call, `${call.base}/admin/enterprises/${tenant.id}`, (vm) => vm.tenantId === tenant.id)
}

function userPending(call: Call): Reply {
  const person = personOf(call.param('user'))
  if (!person || (!seesAll(call.person) && person.tenantId !== call.person.tenantId)) throw refuse('USER-0')
  const parent = `${call.base}/admin/enterprises/${person.tenantId}/users/${person.id}`
  return pending(call, parent, (_, task) => task.userId === person.id)
}

export const taskRoutes: readonly Route[] = [
  get(`${vmPath}/tasks`, ['tasks', 'tasksextended'], listTasks),
  get(`${vmPath}/tasks/:task`, ['task', 'taskextended'], (call) => {
    const { vm, task } = taskInPath(call)
    return ok(call, wireTask(call, vm, task))
  }),
  { method: 'POST', path: `${vmPath}/tasks/:task/action/:action`, offers: [assumed.task.decisionMedia], answer: act },
  get('/admin/enterprises/:tenant/action/pendingtasks', 'tasks', tenantPending),
  get('/users/:user/action/pendingtasks', 'tasks', userPending),
  get('/admin/enterprises/:tenant/users/:user/action/pendingtasks', 'tasks', userPending),
]
