import { ApiError } from '../error'
import type { Accepted, Platform } from '../port'
import { assumed } from './assumed'
import type { Connection, Write } from './connection'
import { taskPath, vmPath } from './ids'
import type { Fresh, Machines } from './machines'
import { orNothing, readAll, usable } from './read-all'
import { toDisks } from './to-disks'
import { decisionPath, toTask } from './to-task'
import * as work from './wire-work'

/** Disks and tasks of a VM, and what is done with the VM itself. */
export function machineWork(connection: Connection, { fresh, pathTo }: Machines) {
  const { addresses, read, write } = connection

  const act = async (id: string, what: (vm: Fresh) => Write): Promise<Accepted> => write(what(await fresh(id)))

  return {
    listDisks: async (id, signal) => {
      const vm = await fresh(id, signal)
      const [disks, volumes] = await Promise.all([
        readAll(connection, pathTo(vm, 'harddisks', 'storage/disks'), 'harddisks', work.hardDisks, signal),
        readAll(connection, pathTo(vm, 'volumes', 'storage/volumes'), 'volumes', work.volumes, signal).catch(
          orNothing({ rows: [] }),
        ),
      ])
      return toDisks(disks.rows, volumes.rows)
    },
    listTasks: async (id, signal) => {
      const path = `${vmPath(id)}/tasks`
      const { rows } = await read(path, 'tasks', work.tasks, signal)
      return usable(rows, (task) => toTask(addresses, task, path)).toSorted(
        (a, b) => b.startedAt.getTime() - a.startedAt.getTime(),
      )
    },
    getTask: async (id, signal) => {
      const path = taskPath(id)
      return toTask(addresses, await read(path, 'task', work.task, signal), path.replace(/\/[^/]+$/, ''))
    },
    setPower: (id, power) =>
      act(id, (vm) => ({
        method: 'PUT',
        path: pathTo(vm, 'state', 'state'),
        entity: 'virtualmachinestate',
        body: { state: power.toUpperCase() } satisfies work.VirtualMachineStateOnWire,
      })),
    deploy: (id) =>
      act(id, (vm) => ({
        method: 'POST',
        path: pathTo(vm, 'deploy', 'action/deploy'),
        entity: 'virtualmachinetask',
        body: { forceVdcLimits: false, forceEnterpriseSoftLimits: false },
      })),
    undeploy: (id) =>
      act(id, (vm) => ({
        method: 'POST',
        path: pathTo(vm, 'undeploy', 'action/undeploy'),
        entity: 'virtualmachinetask',
        body: { forceUndeploy: false },
      })),
    decideTask: async (id, decision) => {
      const path = decisionPath(addresses, await read(taskPath(id), 'task', work.task), decision)
      if (path === null) throw new ApiError('conflict', 'The platform does not ask for this any more')
      return write({ method: 'POST', path, answer: assumed.task.decisionMedia })
    },
  } satisfies Partial<Platform>
}

/** The part of the port that changes a VM itself, and follows its tasks. */
export type MachineWork = ReturnType<typeof machineWork>
