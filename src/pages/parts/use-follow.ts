import type { TaskKind } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { follow } from './followed-tasks'

/** What a write came to, as the queries answer it. */
export interface Accepted {
  readonly task: string | null
}

/** Follows what a write on this VM came to, when it became a task; survives a change of page. */
export const useFollow =
  (vm: Pick<VirtualMachine, 'id' | 'name'>) =>
  (accepted: Accepted, kind: TaskKind): void => {
    if (accepted.task !== null) follow({ taskId: accepted.task, kind, vmId: vm.id, vmName: vm.name })
  }
