import type { TaskKind } from '~/domain/task'

/** A piece of work that this person started in this tab, followed until it ends, whatever page is open. */
export interface FollowedTask {
  readonly taskId: string
  readonly kind: TaskKind
  readonly vmId: string
  readonly vmName: string
}

let followed: readonly FollowedTask[] = []
const listeners = new Set<() => void>()

function become(next: readonly FollowedTask[]): void {
  followed = next
  for (const listener of listeners) listener()
}

/** What is followed, oldest first, in the shape that `useSyncExternalStore` takes. */
export const followedTasks = {
  get: (): readonly FollowedTask[] => followed,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Follows a task: the shell shows that it runs, and says how it ended. */
export function follow(task: FollowedTask): void {
  if (!followed.some(({ taskId }) => taskId === task.taskId)) become([...followed, task])
}

/** Its end was told, or it cannot be read any more. */
export function unfollow(taskId: string): void {
  become(followed.filter((task) => task.taskId !== taskId))
}

/** Another person sits here now. */
export function unfollowAll(): void {
  become([])
}
