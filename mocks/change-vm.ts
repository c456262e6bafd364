import { assumed } from '~/api/abiquo/assumed'

import { listOf, type Members, membersOf, numberOf, textOf } from './body'
import { accepted, type Call, need, nothing, type Reply, vmInPath } from './call'
import { applyEdit } from './effects'
import { pluginOf } from './plugins'
import { checkSetAtDeploy, scheduleRefusal } from './power'
import { type Difference, difference, readAssignments } from './protection'
import type { Assignment, Edit, Vm } from './records'
import { Refusal, refuse } from './refusal'
import { isDeployed, isLocked } from './state'
import { startTask } from './tasks'
import { wireVm } from './wire-objects/vm'
import { siteOf } from './world'

/** Members that the platform reads or writes itself; any other comes back as it was sent. */
const ours = (call: Call, vm: Vm): ReadonlySet<string> => new Set(Object.keys(wireVm(call, { ...vm, extra: {} })))

/** Members that belong to the client although we name them. */
const kept: ReadonlySet<string> = new Set(['variables'])

/** The platform keeps what is still linked: a PUT without a disk's link detaches that disk. */
function stillLinked<T>(links: readonly Members[] | null, items: readonly T[], end: (item: T) => string): T[] {
  if (links === null) return [...items]
  const hrefs = links.map((link) => textOf(link['href']) ?? '')
  return items.filter((item) => hrefs.some((href) => href.endsWith(end(item))))
}

function editOf(call: Call, vm: Vm, body: Members, assignments: Assignment[]): Edit {
  const links = body['links'] === undefined || body['links'] === null ? null : listOf(body['links'])
  const known = ours(call, vm)
  return {
    label: textOf(body['label']) ?? vm.label,
    description: textOf(body['description']) ?? '',
    cpu: numberOf(body['cpu'], vm.cpu),
    coresPerSocket: numberOf(body['coresPerSocket'], vm.coresPerSocket),
    ramMb: numberOf(body['ram'], vm.ramMb),
    assignments,
    disks: stillLinked(links, vm.disks, ({ id }) => `/disks/${id}`),
    volumes: stillLinked(links, vm.volumes, ({ id }) => `/volumes/${id}`),
    ips: stillLinked(links, vm.ips, (ip) => `/ips/${vm.id * 10 + vm.ips.indexOf(ip)}`),
    extra: Object.fromEntries(Object.entries(body).filter(([name]) => kept.has(name) || !known.has(name))),
  }
}

/** Who may not choose policies learns nothing else about the change than that. */
function readChange(
  call: Call,
  vm: Vm,
  body: Members,
): { readonly assignments: Assignment[]; readonly change: Difference } {
  const mayConfigure = call.person.privileges.has('VAPP_MANAGE_BACKUP')
  try {
    const assignments = readAssignments(call.world, vm, body['backupPolicies'])
    const change = difference(vm.assignments, assignments)
    if (change.any) need(call, 'VAPP_MANAGE_BACKUP')
    if (change.schedule) need(call, 'VAPP_DEFINE_BACKUP_INFO')
    if (change.disks) need(call, 'VAPP_MANAGE_BACKUP_DISKS')
    return { assignments, change }
  } catch (error) {
    throw error instanceof Refusal && !mayConfigure ? refuse('GEN-15') : error
  }
}

/** Decision table 7.3: switches of the datacenter, then the state, then the plug-in. */
function checkChange(call: Call, vm: Vm, assignments: readonly Assignment[], change: Difference): void {
  const site = siteOf(call.world, vm)
  const deployed = isDeployed(vm)
  if (change.any) {
    if (assignments.length > 1 && !site.properties.severalPolicies) throw refuse('BC-27')
    if (assignments.length > 0 && !site.manager) throw refuse('BC-40')
    if (assignments.length > 0 && !site.manager?.loaded) throw refuse('BC-38')
    if (deployed && !site.properties.changeWhileDeployed) throw refuse(change.policies ? 'BC-36' : 'BC-26')
  }
  if (isLocked(call.world, vm, call.now)) throw refuse('VM-2')
  if (vm.state === 'UNKNOWN') throw refuse('VM-10')
  if (!change.any) return
  if (!deployed && assignments.length > 0) checkSetAtDeploy(site)
  const plugin = pluginOf(site.manager?.type)
  if (deployed && plugin && !plugin.changeWhileDeployed) throw refuse('BC-35')
}

/** PUT of the whole entity: a task when the VM is in a hypervisor, done at once when it is not. */
export function changeVm(call: Call): Reply {
  const { world, now, person } = call
  const vm = vmInPath(call)
  need(call, 'VAPP_CUSTOMISE_SETTINGS')
  const body = membersOf(call.body)
  if (Object.keys(body).length === 0) throw refuse('400-BAD-REQUEST')
  const { assignments, change } = readChange(call, vm, body)
  checkChange(call, vm, assignments, change)
  const edit = editOf(call, vm, body, assignments)
  if (vm.state === 'NOT_ALLOCATED') {
    applyEdit(world, vm, edit, now, person.id)
    return nothing
  }
  const policyIds = assignments.map(({ policyId }) => policyId)
  const cause = change.any ? scheduleRefusal(world, vm, policyIds) : null
  startTask(world, vm, {
    type: 'RECONFIGURE',
    userId: person.id,
    now,
    length: 6_000,
    jobs: [['RECONFIGURE', 'reconfigure'], ...(change.any ? [[assumed.job.schedule, 'backup schedule'] as const] : [])],
    effect: { kind: 'reconfigure', edit },
    failsAt: cause ? 1 : null,
    cause,
  })
  return accepted(call, vm)
}
