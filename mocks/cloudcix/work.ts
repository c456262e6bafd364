import { type Backup, robot, stable, state, type Vm, type World } from './records'

const second = 1_000

/** How long the region's agent takes to see a request. */
const pickedUp = 10 * second
const scrubbed = 30 * second
/** A copy that cannot end is looked at again after so long. */
const again = 60 * second

const later = (world: World, at: number, run: (now: number) => void): void => {
  world.due.push({ at, run })
}

/** Milliseconds: two seconds for each gigabyte. */
const copyTime = ({ disks }: Vm): number => disks.reduce((sum, gb) => sum + gb, 0) * 2 * second

/** Every change of state is a line of the history. */
export function become(world: World, backup: Backup, to: number, now: number, by = robot): void {
  backup.state = to
  backup.updated = now
  const { vm } = backup
  world.history.push({
    id: world.history.length + 1,
    created: now,
    by,
    address: vm.project.address,
    state: to,
    backup: backup.id,
    vm: vm.id,
    project: vm.project.id,
  })
}

function finishCopy(world: World, backup: Backup, begun: number, now: number): void {
  // The agent may only change what belongs to a running VM: else the copy stays as it is.
  if (backup.vm.state !== state.running) {
    later(world, now + again, (at) => finishCopy(world, backup, begun, at))
    return
  }
  if (backup.vm.broken) {
    become(world, backup, state.unresourced, now)
    return
  }
  backup.timeValid = begun
  become(world, backup, state.running, now)
}

function startCopy(world: World, backup: Backup, now: number): void {
  become(world, backup, state.building, now)
  later(world, now + copyTime(backup.vm), (at) => finishCopy(world, backup, now, at))
}

const nextId = (records: ReadonlyMap<number, unknown>): number => Math.max(0, ...records.keys()) + 1

/** A backup that is asked for at an instant. */
export function request(
  world: World,
  {
    vm,
    name,
    repository,
    by,
  }: { readonly vm: Vm; readonly name: string; readonly repository: number; readonly by: number },
  now: number,
): Backup {
  const id = nextId(world.backups)
  const backup: Backup = { id, name, vm, repository, state: 1, timeValid: null, created: now, updated: now }
  world.backups.set(id, backup)
  become(world, backup, state.requested, now, by)
  later(world, now + pickedUp, (at) => startCopy(world, backup, at))
  return backup
}

/** A deletion that is asked for. There is no way back. */
export function scrub(world: World, backup: Backup, by: number, now: number): void {
  become(world, backup, state.scrub, now, by)
  later(world, now + pickedUp, (at) => {
    become(world, backup, state.scrubbing, at)
    later(world, at + scrubbed, (end) => become(world, backup, state.closed, end))
  })
}

const paths: Readonly<Record<number, readonly number[]>> = {
  [state.quiesce]: [state.quiescing, state.quiesced],
  [state.restart]: [state.restarting, state.running],
}

/** A change of a VM that its user asked for, and what follows. */
export function changeVm(world: World, vm: Vm, to: number, now: number): void {
  vm.state = to
  vm.updated = now
  const steps = paths[to] ?? []
  steps.forEach((step, place) => {
    later(world, now + (place + 1) * pickedUp, (at) => {
      vm.state = step
      vm.updated = at
    })
  })
}

/** Everything that is due happens, in the order in which it is due. */
export function advance(world: World, now: number): void {
  for (;;) {
    const [next] = world.due.toSorted((a, b) => a.at - b.at)
    if (!next || next.at > now) break
    world.due = world.due.filter((one) => one !== next)
    world.at = next.at
    next.run(next.at)
  }
  world.at = Math.max(world.at, now)
}

/** Whether some other backup of the VM is in motion, or failed. */
export const isHeld = (world: World, vm: Vm): boolean =>
  Array.from(world.backups.values()).some((one) => one.vm === vm && !stable.has(one.state))
