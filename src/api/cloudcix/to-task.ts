import type { Task, TaskState } from '~/domain/task'

import { type TaskKey, taskId } from './ids'
import type { Copy } from './records'
import type { CopyPhase } from './states'

const making: Readonly<Record<CopyPhase, TaskState>> = {
  waiting: 'waiting',
  copying: 'running',
  failed: 'failed',
  good: 'done',
  // What came after its making.
  deleting: 'done',
  moving: 'done',
  gone: 'done',
  hidden: 'waiting',
  unknown: 'unknown',
}

const deleting: Readonly<Record<CopyPhase, TaskState>> = {
  waiting: 'unknown',
  copying: 'unknown',
  failed: 'failed',
  good: 'waiting',
  deleting: 'running',
  moving: 'unknown',
  gone: 'done',
  hidden: 'done',
  unknown: 'unknown',
}

/** @param nameOf Who that is, as far as one knows. */
export function toTask(key: TaskKey, copy: Copy, now: Date, nameOf: (person: number | null) => string | null): Task {
  const isBackup = key.kind === 'backup'
  const first = isBackup ? copy.steps.at(-1) : copy.steps.find(({ state }) => state === 'SCRUB')
  return {
    id: taskId(key),
    kind: isBackup ? 'backup' : copy.phase === 'moving' ? 'unknown' : 'delete-backup',
    kindText: isBackup ? 'BACKUP' : 'SCRUB',
    state: (isBackup ? making : deleting)[copy.phase],
    stateText: copy.state,
    startedAt: (isBackup ? copy.createdAt : first?.at) ?? first?.at ?? copy.updatedAt ?? now,
    updatedAt: copy.steps[0]?.at ?? copy.updatedAt ?? now,
    by: nameOf(first?.by ?? null),
    jobs: [],
  }
}

/** The work that a backup stands for now; null when none is. */
export function workOn(copy: Copy): TaskKey | null {
  if (copy.phase === 'waiting' || copy.phase === 'copying') return { kind: 'backup', copy: copy.id }
  return copy.phase === 'deleting' || copy.phase === 'moving' ? { kind: 'delete', copy: copy.id } : null
}
