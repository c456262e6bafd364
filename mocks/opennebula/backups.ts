import { merge } from './attributes'
import { after, type Image, nextId, type Vm, type World } from './records'
import { codes, Refused } from './refusal'
import { become, isBackingUp, isOff, isRunning, lcm, months, stamp, state, stateName, two } from './states'

/** A backup takes so many seconds, and another one for each GB. */
const base = 30
const size = ({ disks, config }: Vm): number =>
  disks
    .filter(({ imageId }) => imageId !== null || config['BACKUP_VOLATILE'] === 'YES')
    .reduce((sum, { sizeMb }) => sum + sizeMb, 0)
const durationOf = (vm: Vm): number => base + Math.round(size(vm) / 1_024)

/** `20 23-Nov 09.31.46`: without a year, by the server's own time. */
function backupName(vm: Vm, now: number): string {
  const at = new Date(now * 1_000)
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join('.')
  return `${vm.id} ${two(at.getUTCDate())}-${months[at.getUTCMonth()]} ${time}`
}

export const failWith = (vm: Vm, text: string): void => {
  vm.user = merge(vm.user, [['ERROR', text]])
}

const remove = (world: World, id: number): void => {
  world.images.delete(id)
  for (const vm of world.vms.values()) vm.backupIds = vm.backupIds.filter((one) => one !== id)
}

function newImage(world: World, vm: Vm, datastoreId: number, now: number): Image {
  const image: Image = {
    id: nextId(world.images),
    uid: vm.uid,
    gid: vm.gid,
    name: backupName(vm, now),
    rights: '110000000',
    type: 6,
    regtime: now,
    sizeMb: size(vm),
    state: 1,
    datastoreId,
    vmIds: [vm.id],
    increments: [],
    error: null,
  }
  world.images.set(image.id, image)
  vm.backupIds = [...vm.backupIds, image.id]
  return image
}

const keepOf = (vm: Vm): number => Number(vm.config['KEEP_LAST'] ?? 0)

/** Beyond what is kept the oldest are deleted, or merged into the first that stays, whose number does not change. */
function prune(world: World, vm: Vm, image: Image): void {
  const keep = keepOf(vm)
  if (keep <= 0) return
  if (vm.config['MODE'] !== 'INCREMENT') {
    for (const id of vm.backupIds.slice(0, -keep)) remove(world, id)
    return
  }
  while (image.increments.length > keep) {
    const [first, second] = image.increments
    if (!first || !second) return
    image.increments = image.increments.slice(1)
    second.type = 'FULL'
    second.parent = -1
    second.sizeMb += first.sizeMb
  }
}

/** A backup that ended well. */
export function leaveBackup(world: World, vm: Vm, datastoreId: number, reset: boolean, now: number): void {
  if (vm.config['MODE'] !== 'INCREMENT') {
    prune(world, vm, newImage(world, vm, datastoreId, now))
    return
  }
  const chain = reset ? undefined : world.images.get(Number(vm.config['INCREMENTAL_BACKUP_ID'] ?? -1))
  const image = chain ?? newImage(world, vm, datastoreId, now)
  const last = image.increments.at(-1)
  const id = last ? last.id + 1 : 0
  const sizeMb = last ? Math.max(1, Math.round(size(vm) / 20)) : size(vm)
  image.increments = [
    ...image.increments,
    { id, parent: last?.id ?? -1, type: last ? 'INCREMENT' : 'FULL', date: now, sizeMb },
  ]
  image.sizeMb = image.increments.reduce((sum, one) => sum + one.sizeMb, 0)
  vm.config = { ...vm.config, INCREMENTAL_BACKUP_ID: String(image.id), LAST_INCREMENT_ID: String(id) }
  prune(world, vm, image)
}

function remember(vm: Vm, action: number, now: number): void {
  const last = vm.history.at(-1)
  if (last) {
    last.etime = now
    last.action = action
  }
  vm.history.push({ seq: (last?.seq ?? -1) + 1, stime: now, etime: 0, action: 0 })
}

/** Starts a backup of a VM in a state that allows it; `ended` hears whether it was good. */
export function startBackup(
  world: World,
  vm: Vm,
  { datastoreId, reset }: { readonly datastoreId: number; readonly reset: boolean },
  now: number,
  ended: (good: boolean, at: number) => void = () => undefined,
): void {
  if (!isRunning(vm) && !isOff(vm))
    throw new Refused(codes.internal, `Could not create a new backup for VM ${vm.id}, wrong state ${stateName(vm)}.`)
  const wasOn = isRunning(vm)
  become(vm, state.active, wasOn ? lcm.backup : lcm.backupPoweroff)
  vm.cancelled = false
  remember(vm, 50, now)
  const end = (there: World, at: number): void => {
    if (!isBackingUp(vm)) return
    become(vm, wasOn ? state.active : state.poweroff, wasOn ? lcm.running : lcm.init)
    const stopped = vm.cancelled && !vm.stubborn
    if (stopped) failWith(vm, `${stamp(at)}: BACKUP: Backup operation cancelled`)
    else if (vm.driverError !== null) failWith(vm, `${stamp(at)}: BACKUP: ${vm.driverError}`)
    else leaveBackup(there, vm, datastoreId, reset, at)
    ended(!stopped && vm.driverError === null, at)
  }
  const due = now + durationOf(vm)
  after(world, due, end)
}

export function cancelBackup(world: World, vm: Vm, now: number): void {
  if (!isBackingUp(vm))
    throw new Refused(codes.internal, `Could not cancel backup for VM ${vm.id}, no backup in progress`)
  vm.cancelled = true
  if (vm.stubborn) return
  // The one that would end the backup in its own time finds nothing to do then.
  const wasOn = vm.lcm === lcm.backup
  after(world, now + 5, (_, at) => {
    if (!isBackingUp(vm)) return
    become(vm, wasOn ? state.active : state.poweroff, wasOn ? lcm.running : lcm.init)
    failWith(vm, `${stamp(at)}: BACKUP: Backup operation cancelled`)
    for (const job of world.jobs.values()) job.backing = job.backing.filter((id) => id !== vm.id)
  })
}

/** Back in place. The state of the VM says "restore" long after it is over: the platform forgets to clear it. */
export function startRestore(world: World, vm: Vm, now: number): void {
  become(vm, state.active, lcm.restore)
  remember(vm, 60, now)
  after(world, now + 40, () => become(vm, state.poweroff, lcm.restore))
}

export { remove as removeImage }
