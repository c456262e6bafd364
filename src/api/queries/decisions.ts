import { mutationOptions } from '@tanstack/react-query'

import type { TaskDecision } from '~/domain/task'

import { platform } from '../platform'
import { queryClient, vmTasks } from '../queries'

/** Decides about a task of a VM. Where it is not known, or was refused, the tasks tell what has become of it. */
export const decideTask = (vmId: string, taskId: string) =>
  mutationOptions({
    mutationFn: (decision: TaskDecision) => platform().decideTask(taskId, decision),
    onError: () => void queryClient.invalidateQueries({ queryKey: vmTasks(vmId).queryKey }),
  })
