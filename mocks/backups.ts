import { assumed } from '~/api/abiquo/assumed'

import { isMembers, membersOf, textOf } from './body'
import { accepted, type Call, need, nothing, type Reply, vmInPath } from './call'
import { record } from './events'
import type { Datacenter } from './place-records'
import { accountRefusal, type Plugin, pluginOf } from './plugins'
import { between } from './random'
import type { Vm } from './records'
import { refuse } from './refusal'
import { findResult, type Result, resultName, resultsOf } from './results'
import { diskMb, manualDuration, manualRetention, manualSlot, runId, sizeOf } from './runs'
import { isDeployed, isLocked } from './state'
import { startTask } from './tasks'
import { siteOf } from './world'

/** BC-40, BC-38: the plug-in behind a datacenter's manager. */
function pluginAt({ manager }: Datacenter): Plugin {
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

const isGood = (word: string): boolean => assumed.status.good.some((good) => good === word.toUpperCase())

/** Decision table 7.2, from left to right. */
function checkRestore(call: Call, vm: Vm, result: Result): void {
  const site = siteOf(call.world, vm)
  const plugin = pluginAt(site)
  if (!plugin.restore) throw refuse('BC-6', 'restore')
  if (!isGood(result.word)) throw refuse('BC-22')
  if (vm.state === 'UNKNOWN') throw refuse('VM-10')
  if (!isDeployed(vm)) throw refuse('BC-43')
  if (plugin.restoreNeedsPowerOff && (vm.state === 'ON' || vm.state === 'PAUSED')) throw refuse('BC-44')
  if (isLocked(call.world, vm, call.now)) throw refuse('VM-2')
  const restoredBefore = result.restores.some(({ word }) => isGood(word))
  if (restoredBefore && !site.properties.severalRestores) throw refuse('BC-6', 'multiple restore')
}

function startRestore(call: Call, vm: Vm, result: Result): void {
  const { world, now, person } = call
  const length = Math.min(60, 25 + Math.round(diskMb(vm) / 1_024 / 30) + between(0, 3, 'restore', vm.id)) * 1_000
  const expired = result.expires !== null && result.expires <= now
  const cause = expired ? 'The backup has expired in the backup system' : null
  const id = vm.id * 100 + vm.restores.length + 1
  vm.restores.push({
    id,
    resultId: result.id,
    start: now,
    end: now + length,
    word: cause ? 'FAILED' : 'DONE',
    cause,
    userId: person.id,
  })
  startTask(world, vm, {
    type: assumed.task.restore,
    userId: person.id,
    now,
    length,
    jobs: [[assumed.job.restore, 'restore']],
    effect: { kind: 'restore', id },
    failsAt: cause ? 0 : null,
    cause,
  })
  const text = `Restore requested for backup with ID '${result.id}', name '${result.name}', date '${new Date(result.start).toISOString()}', size '${result.mb} MB', type '${result.type}'`
  record(world, vm, { at: now, action: 'RESTORE_BACKUP', userId: person.id, text })
}

/** `POST …/backup/results/{id}/action/restore`; the assumed form of 4.0 and later. */
export function restore(call: Call): Reply {
  const vm = vmInPath(call)
  need(call, 'VAPP_RESTORE_BACKUP')
  const result = findResult(call.world, vm, call.param('result'), call.now)
  if (!result) throw refuse('BC-41')
  checkRestore(call, vm, result)
  startRestore(call, vm, result)
  return accepted(call, vm)
}

/** `POST …/action/restorebackup` of 3.x: the whole record in, 204 out. */
export function restoreOldWay(call: Call): Reply {
  const vm = vmInPath(call)
  need(call, 'VAPP_RESTORE_BACKUP')
  const body = membersOf(call.body)
  const wanted = textOf(body['id']) ?? (typeof body['id'] === 'number' ? String(body['id']) : '')
  const result = resultsOf(call.world, vm, call.now).find(({ id, name }) => String(id) === wanted || name === wanted)
  if (!result) throw refuse('BC-20')
  checkRestore(call, vm, result)
  startRestore(call, vm, result)
  return nothing
}
