import { assumed } from '~/api/abiquo/assumed'

import { pluginAt } from './backups'
import { membersOf, textOf } from './body'
import { accepted, type Call, need, nothing, type Reply, vmInPath } from './call'
import { recordEnd } from './effects'
import { record } from './events'
import { between } from './random'
import type { Vm } from './records'
import { refuse } from './refusal'
import { findResult, type Result, resultsOf, running } from './results'
import { diskMb } from './runs'
import { isDeployed, isLocked } from './state'
import { startTask } from './tasks'
import { keptId } from './wire-objects/metadata'
import { siteOf, touch } from './world'

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

/** The same before 4.0, where no manager and no plug-in of the platform's own has a say. */
function checkEarlyRestore(call: Call, vm: Vm, { word, restores }: Result): void {
  if (!['done', 'completed'].includes(word.toLowerCase())) throw refuse('BC-22')
  if (!isDeployed(vm)) throw refuse('BC-43')
  if (isLocked(call.world, vm, call.now)) throw refuse('VM-2')
  const last = restores.at(-1)?.word
  if (last === running || (last === 'DONE' && !siteOf(call.world, vm).properties.severalRestores))
    throw refuse('BC-6', 'multiple restore')
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
  const effect = { kind: 'restore', id } as const
  // Before 4.0 the integration does it, and the platform has no task of it.
  if (world.early) touch(world, vm)
  else
    startTask(world, vm, {
      type: assumed.task.restore,
      userId: person.id,
      now,
      length,
      jobs: [[assumed.job.restore, 'restore']],
      effect,
      failsAt: cause ? 0 : null,
      cause,
    })
  const text = `Restore requested for backup with ID '${result.id}', name '${result.name}', date '${new Date(result.start).toISOString()}', size '${result.mb} MB', type '${result.type}'`
  record(world, vm, { at: now, action: 'RESTORE_BACKUP', userId: person.id, text })
  if (world.early) recordEnd(world, vm, { effect, end: now + length, userId: person.id, cause })
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
  const result = resultsOf(call.world, vm, call.now).find((one) =>
    call.world.early ? keptId(one) === wanted : String(one.id) === wanted || one.name === wanted,
  )
  if (!result) throw refuse('BC-20')
  if (call.world.early) checkEarlyRestore(call, vm, result)
  else checkRestore(call, vm, result)
  startRestore(call, vm, result)
  return nothing
}
