import { expect, test } from 'vitest'

import { backup } from './samples'
import type { Task } from './task'
import { traceOf } from './trace'

const since = new Date('2026-03-02T08:00:00Z')
const before = new Date('2026-03-02T07:00:00Z')
const after = new Date('2026-03-02T08:00:03Z')
const task = (kind: Task['kind'], startedAt: Date, by: string | null = 'Priya Nair'): Task => ({
  id: `${kind} ${startedAt.toISOString()}`,
  kind,
  kindText: kind.toUpperCase(),
  state: 'running',
  stateText: 'STARTED',
  startedAt,
  updatedAt: startedAt,
  by,
  jobs: [],
})
const made = (createdAt: Date) => backup({ createdAt, policy: null })
const planned = backup({ createdAt: after, policy: { id: '1', name: 'Nightly' } })
const restored = backup({
  createdAt: before,
  restores: [{ id: '1', outcome: 'running', statusText: '', startedAt: after, by: null, message: null }],
})

test.each([
  ['a task of its kind', 'backup', [task('backup', after), task('unknown', after)], [made(after)], 'task'],
  ['a backup among the results', 'backup', [task('backup', before)], [made(before), made(after)], 'result'],
  ['a restore among the results', 'restore', [task('backup', after)], [restored], 'result'],
  ['a result before a task with an unknown word', 'restore', [task('unknown', after)], [restored], 'result'],
  ['a task with an unknown word', 'backup', [task('unknown', after)], [], 'unknown-task'],
  ['another kind of task', 'backup', [task('restore', after)], [], undefined],
  [
    'what someone asked for before what the plan started',
    'backup',
    [task('backup', after, null), task('backup', after)],
    [],
    'task',
  ],
  ['a backup that the plan may have started', 'backup', [task('backup', after, null)], [planned], 'unnamed-task'],
  ['a restore that names nobody', 'restore', [task('restore', after, null)], [], 'task'],
  ['a backup of a policy', 'backup', [], [planned], undefined],
  ['what was there before', 'restore', [task('restore', before), task('unknown', before)], [made(after)], undefined],
] as const)('a lost request is traced by %s', (_, kind, tasks, results, by) =>
  expect(traceOf(kind, since, { tasks, results })?.by).toBe(by),
)
