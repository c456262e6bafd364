import { merge, readAttributes, textOf, vectorsOf } from '../attributes'
import { cancelBackup, startBackup, startRestore } from '../backups'
import { type Call, found, isAdmin, may, type Method, notAuthorized } from '../call'
import { type Owned, since, type Vm } from '../records'
import { after } from '../records'
import { codes, noSuch, Refused } from '../refusal'
import { become, isBackingUp, isOff, isRunning, lcm, state, stateName } from '../states'
import { pool } from '../write/element'
import { vmFull, vmShort } from '../write/vms'
import { addAction, changeAction, deleteAction } from './sched'

const vmWords = ['VM', 'virtual machine'] as const
const vmOf = (call: Call, way: 'USE' | 'MANAGE' | 'ADMIN'): Vm =>
  found(call, call.world.vms, vmWords, call.number(0), way)

function unlocked(call: Call, vm: Vm): Vm {
  if (vm.locked) throw new Refused(codes.authorization, `User [${call.person.id}] : VM is locked. [${vm.id}].`)
  return vm
}
const changeable = (call: Call, way: 'MANAGE' | 'ADMIN' = 'MANAGE'): Vm => unlocked(call, vmOf(call, way))

/** Those of a pool that the filter takes and the person may see. */
export function filtered<T extends Owned>(call: Call, all: Iterable<T>, filter: number): readonly T[] {
  const { person } = call
  if (filter < -4) throw new Refused(codes.api, 'Incorrect filter_flag')
  const takes = (one: T): boolean => {
    if (filter === -3) return one.uid === person.id
    if (filter === -1) return one.uid === person.id || one.gid === person.gid
    if (filter === -4) return one.gid === person.gid
    return filter < 0 || one.uid === filter
  }
  return [...all].filter((one) => takes(one) && may(person, one, 'USE')).toSorted((a, b) => b.id - a.id)
}

/** `end` of -1 or more is a range of ids, less is minus the size of a page; -1 at the start is no range at all. */
export function paged<T extends Owned>(rows: readonly T[], start: number, end: number): readonly T[] {
  if (end < -1) return rows.slice(Math.max(0, start), Math.max(0, start) - end)
  return start < 0 ? rows : rows.filter(({ id }) => id >= start && (end < 0 || id <= end))
}

function listed(call: Call): readonly Vm[] {
  const wanted = call.number(3)
  if (wanted < -2 || wanted > 11) throw new Refused(codes.api, 'Incorrect filter_flag, state')
  if (call.text(4, '') !== '')
    throw new Refused(codes.internal, 'JSON query search is not supported by the SQL backend')
  const fits = (vm: Vm): boolean => wanted === -2 || (wanted === -1 ? vm.state !== state.done : vm.state === wanted)
  return paged(filtered(call, call.world.vms.values(), call.number(0)).filter(fits), call.number(1), call.number(2))
}

function act(call: Call): number {
  const { world, now } = call
  const vm = unlocked(call, found(call, world.vms, vmWords, call.number(1), 'MANAGE'))
  const action = call.text(0)
  const refuse = (): never => {
    throw new Refused(
      codes.action,
      `Error performing action "${action}": This action is not available for state ${stateName(vm)}`,
    )
  }
  switch (action) {
    case 'poweroff':
    case 'poweroff-hard':
      if (!isRunning(vm)) refuse()
      become(vm, state.active, lcm.shutdownPoweroff)
      after(world, now + (vm.deaf && action === 'poweroff' ? 120 : 12), () => {
        if (vm.deaf && action === 'poweroff') become(vm, state.active, lcm.running)
        else become(vm, state.poweroff, lcm.init)
      })
      return vm.id
    case 'undeploy':
    case 'undeploy-hard':
      if (!isRunning(vm) && !isOff(vm)) refuse()
      become(vm, state.active, lcm.epilogUndeploy)
      after(world, now + 20, () => become(vm, state.undeployed, lcm.init))
      return vm.id
    case 'resume':
      if (![state.poweroff, state.stopped, state.suspended, state.undeployed].some((one) => one === vm.state)) refuse()
      become(vm, state.active, lcm.bootPoweroff)
      after(world, now + 6, () => become(vm, state.active, lcm.running))
      return vm.id
    case 'terminate':
    case 'terminate-hard':
      if (!isRunning(vm) && !isOff(vm)) refuse()
      become(vm, state.done, lcm.init)
      vm.etime = now
      for (const image of world.images.values()) image.vmIds = image.vmIds.filter((id) => id !== vm.id)
      return vm.id
    default:
      throw new Refused(codes.action, `Error performing action "${action}": Wrong action name`)
  }
}

const readOnly = new Set([
  'INCREMENTAL_BACKUP_ID',
  'LAST_INCREMENT_ID',
  'BACKUP_JOB_ID',
  'LAST_DATASTORE_ID',
  'LAST_BACKUP_ID',
])

function configure(call: Call): number {
  const vm = changeable(call)
  if (isBackingUp(vm)) throw new Refused(codes.internal, 'configuration cannot be updated in state BACKUP')
  const attributes = readAttributes(call.text(1))
  // Without its third parameter the call replaces every section that can be configured: the console of the VM goes.
  if (call.number(2, 0) === 0) vm.graphics = vectorsOf(attributes, 'GRAPHICS').length > 0
  if (!since(call.world, '6.6')) return vm.id
  const [given = {}] = vectorsOf(attributes, 'BACKUP_CONFIG')
  const change = Object.fromEntries(Object.entries(given).filter(([name]) => !readOnly.has(name)))
  const mode = change['MODE'] ?? vm.config['MODE'] ?? 'FULL'
  if (mode === 'INCREMENT' && vm.disks.some(({ format }) => format !== 'qcow2'))
    throw new Refused(
      codes.internal,
      'VM cannot use backup increment mode, it has disks snapshots or disks are not qcow2.',
    )
  if (change['FS_FREEZE'] !== undefined && !['NONE', 'AGENT', 'SUSPEND'].includes(change['FS_FREEZE']))
    change['FS_FREEZE'] = 'NONE'
  const reset = mode !== (vm.config['MODE'] ?? 'FULL')
  vm.config = {
    INCREMENTAL_BACKUP_ID: '-1',
    LAST_INCREMENT_ID: '-1',
    ...(call.number(2, 0) === 0 ? {} : vm.config),
    MODE: mode,
    ...change,
    ...(reset && { INCREMENTAL_BACKUP_ID: '-1', LAST_INCREMENT_ID: '-1' }),
  }
  return vm.id
}

function update(call: Call): number {
  const vm = changeable(call)
  const change = readAttributes(call.text(1))
  if (!isAdmin(call.person) && textOf(change, 'USER_PRIORITY') !== undefined)
    throw new Refused(
      codes.internal,
      'Cannot update template. User Template includes a restricted attribute USER_PRIORITY',
    )
  vm.user = call.number(2) === 1 ? merge(vm.user, change) : change
  return vm.id
}

function backup(call: Call): number {
  const vm = changeable(call, 'ADMIN')
  const datastore = call.world.datastores.get(call.number(1))
  if (!datastore) throw noSuch('datastore', call.number(1))
  if (!may(call.person, datastore, 'USE')) throw notAuthorized(call, `USE DATASTORE [${datastore.id}]`)
  if (datastore.type !== 3) throw new Refused(codes.action, 'Datastore needs to be of type BACKUP')
  const job = vm.config['BACKUP_JOB_ID']
  if (job !== undefined)
    throw new Refused(
      codes.internal,
      `Unable to start an individual backup for the Virtual Machine, it is part of Backup Job ID ${job}`,
    )
  // Told as if it were a matter of rights.
  if (datastore.quota !== null) throw new Refused(codes.authorization, `User [${call.person.id}] : ${datastore.quota}.`)
  startBackup(call.world, vm, { datastoreId: datastore.id, reset: call.flag(2) }, call.now)
  return vm.id
}

function restore(call: Call): number {
  const vm = changeable(call, 'ADMIN')
  const image = found(call, call.world.images, ['IMAGE', 'image'], call.number(1), 'USE')
  if (image.type !== 6) throw new Refused(codes.action, 'Image has to be of type BACKUP')
  if (!isOff(vm)) throw new Refused(codes.action, 'Could not restore VM, it must be in poweroff')
  const increment = call.number(2)
  const ids = image.increments.map(({ id }) => id)
  if (increment !== -1 && !(ids.length === 0 ? increment === 0 : ids.includes(increment)))
    throw new Refused(codes.action, 'Wrong increment')
  startRestore(call.world, vm, call.now)
  return vm.id
}

/** Methods of VMs, their backups among them. */
export const vmMethods: readonly Method[] = [
  {
    name: 'one.vmpool.info',
    takes: 'iiii',
    may: 's',
    run: (call) =>
      pool(
        'VM_POOL',
        listed(call).map((vm) => vmShort(call.world, vm)),
      ),
  },
  {
    name: 'one.vmpool.infoextended',
    takes: 'iiii',
    may: 's',
    run: (call) =>
      pool(
        'VM_POOL',
        listed(call).map((vm) => vmFull(call.world, vm, false)),
      ),
  },
  {
    name: 'one.vmpool.infoset',
    takes: 'sb',
    run: (call) => {
      const wanted = new Set(call.text(0).split(',').map(Number))
      const rows = filtered(call, call.world.vms.values(), -2).filter(({ id }) => wanted.has(id))
      return pool(
        'VM_POOL',
        rows.map((vm) => (call.flag(1) ? vmFull(call.world, vm, false) : vmShort(call.world, vm))),
      )
    },
  },
  { name: 'one.vm.info', takes: 'i', may: 'b', run: (call) => vmFull(call.world, vmOf(call, 'USE'), true) },
  { name: 'one.vm.update', takes: 'isi', run: update },
  { name: 'one.vm.updateconf', takes: 'is', may: 'i', run: configure },
  { name: 'one.vm.action', takes: 'si', run: act },
  {
    name: 'one.vm.rename',
    takes: 'is',
    run: (call) => {
      const vm = changeable(call)
      vm.name = call.text(1)
      return vm.id
    },
  },
  {
    name: 'one.vm.lock',
    takes: 'ii',
    may: 'b',
    run: (call) => {
      const vm = vmOf(call, 'MANAGE')
      vm.locked = true
      return vm.id
    },
  },
  {
    name: 'one.vm.unlock',
    takes: 'i',
    run: (call) => {
      const vm = vmOf(call, 'MANAGE')
      vm.locked = false
      return vm.id
    },
  },
  { name: 'one.vm.backup', takes: 'ii', may: 'b', run: backup },
  {
    name: 'one.vm.backupcancel',
    takes: 'i',
    run: (call) => {
      const vm = changeable(call, 'ADMIN')
      cancelBackup(call.world, vm, call.now)
      return vm.id
    },
  },
  { name: 'one.vm.restore', takes: 'iiii', run: restore },
  {
    name: 'one.vm.schedadd',
    takes: 'is',
    run: (call) => addAction(call.world, changeable(call), call.text(1), call.now),
  },
  {
    name: 'one.vm.schedupdate',
    takes: 'iis',
    run: (call) => changeAction(call.world, changeable(call), call.number(1), call.text(2), call.now),
  },
  { name: 'one.vm.scheddelete', takes: 'ii', run: (call) => deleteAction(changeable(call), call.number(1)) },
]
