import type { Connection } from './connection'
import { fetched } from './fetched'
import type { MachineWork } from './machine-work'
import type { Machines } from './machines'

/** What one VM is asked, whose code comes with the first question: the list of VMs asks none. */
export function machineWorkLater(connection: Connection, fleet: Machines): MachineWork {
  const there = fetched(async () => {
    const { machineWork } = await import('./machine-work')
    return machineWork(connection, fleet)
  })
  return {
    listDisks: async (...given) => (await there()).listDisks(...given),
    listTasks: async (...given) => (await there()).listTasks(...given),
    getTask: async (...given) => (await there()).getTask(...given),
    setPower: async (...given) => (await there()).setPower(...given),
    deploy: async (...given) => (await there()).deploy(...given),
    undeploy: async (...given) => (await there()).undeploy(...given),
    decideTask: async (...given) => (await there()).decideTask(...given),
  }
}
