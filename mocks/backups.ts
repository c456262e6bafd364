import { assumed } from '~/api/abiquo/assumed'

import { isMembers } from './body'
import { accepted, type Call, need, type Reply, vmInPath } from './call'
import { record } from './events'
import type { Datacenter } from './place-records'
import { accountRefusal, type Plugin, pluginOf } from './plugins'
import type { Vm } from './records'
import { refuse } from './refusal'
import { resultName } from './results'
import { manualDuration, manualRetention, manualSlot, runId, sizeOf } from './runs'
import { isDeployed, isLocked } from './state'
import { startTask } from './tasks'
import { siteOf } from './world'

/** BC-40, BC-38: the plug-in behind a datacenter's manager. */
export function pluginAt({ manager }: Datacenter): Plugin {
  if (!manager) throw refuse('BC-40')
  const plugin = pluginOf(manager.type)
  if (!plugin || !manager.loaded) throw refuse('BC-38')
  return plugin
}

/** BC-31: `"true"`, `"false"`, or left out for no replication. An empty body is allowed too. */
function readReplication(body: unknown): boolean {
  if (body === null || body === undefined || body === '') return false
  if (!isMembers(body)) throw refuse('400-BAD-REQUEST')
  const value = body['replication']
  if (value === undefined || value === null) return false
  if (value !== 'true' && value !== 'false') throw refuse('BC-31')
  return value === 'true'
}

/** Decision table 7.1, from left to right. */
function checkRequest(call: Call, vm: Vm, replicate: boolean): Plugin {
  const site = siteOf(call.world, vm)
  const plugin = pluginAt(site)
  if (!site.properties.manualBackup) throw refuse('BC-6', 'manual backups')
  if (!plugin.onDemand) throw refuse('BC-46')
  if (replicate && !plugin.replication) throw refuse('BC-6', 'replication')
  if (vm.state === 'UNKNOWN') throw refuse('VM-10')
  if (!isDeployed(vm)) throw refuse('BC-42')
  if (isLocked(call.world, vm, call.now)) throw refuse('VM-2')
  return plugin
}

/** `POST …/backup/action/request`: a backup now. */
export function requestBackup(call: Call): Reply {
  const { world, now, person } = call
  const vm = vmInPath(call)
  need(call, 'VAPP_MANAGE_BACKUP')
  const replicate = readReplication(call.body)
  const plugin = checkRequest(call, vm, replicate)
  const length = manualDuration(vm)
  const trouble = vm.trouble && vm.trouble.from <= now ? vm.trouble.cause : null
  const cause = trouble ?? accountRefusal(siteOf(world, vm))
  const type = plugin.kinds.COMPLETE ? 'COMPLETE' : 'SNAPSHOT'
  let id = runId(now, manualSlot)
  while (vm.manual.some((one) => one.id === id)) id += 64
  vm.manual.push({
    id,
    start: now,
    end: now + length,
    word: cause ? 'FAILED' : plugin.goodWord,
    cause,
    replicated: replicate,
    mb: cause ? 0 : sizeOf(vm, { type }, now),
    name: resultName(vm, now),
    type,
    expires: cause ? null : now + manualRetention,
    overdue: false,
  })
  startTask(world, vm, {
    type: assumed.task.backup,
    userId: person.id,
    now,
    length,
    jobs: [[assumed.job.backup, 'backup']],
    effect: { kind: 'backup', id },
    failsAt: cause ? 0 : null,
    cause,
  })
  record(world, vm, {
    at: now,
    action: replicate ? 'REQUEST_BACKUP_WITH_REPLICATION' : 'REQUEST_BACKUP',
    userId: person.id,
    text: `A backup of virtual machine '${vm.label}' was requested${replicate ? ', with replication' : ''}`,
  })
  return accepted(call, vm)
}
