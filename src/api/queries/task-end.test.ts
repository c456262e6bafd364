import { afterEach, expect, test, vi } from 'vitest'

import type { Task } from '~/domain/task'

import { abiquo } from '../abiquo/adapter'
import { ApiError } from '../error'
import { connect } from '../platform'
import { queryClient } from '../queries'
import { taskEnd } from './task-end'

afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

const at = new Date('2026-03-02T08:00Z')
const work = (state: Task['state']): Task => ({
  id: '1',
  kind: 'delete-backup',
  kindText: 'delete',
  state,
  stateText: state,
  startedAt: at,
  updatedAt: at,
  by: null,
  jobs: [],
})

/** A platform that tells one after the other of a piece of work, the last one for ever. */
function telling(...told: readonly (Task | ApiError)[]): void {
  const left = [...told]
  const getTask = () => {
    const next = left.length > 1 ? left.shift() : left[0]
    return next instanceof ApiError || next === undefined ? Promise.reject(next) : Promise.resolve(next)
  }
  connect({ ...abiquo({ base: 'https://cloud.example/api' }), getTask })
}

test('work is looked at until it has ended, or for ten minutes', async () => {
  vi.useFakeTimers()
  telling(work('running'), work('running'), work('failed'))
  const failed = taskEnd('1')
  await vi.advanceTimersByTimeAsync(4_000)
  expect(await failed).toMatchObject({ state: 'failed' })
  telling(work('running'))
  const endless = taskEnd('1')
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(await endless).toMatchObject({ state: 'running' })
})

test('work that cannot be read any more may have been done', async () => {
  vi.useFakeTimers()
  telling(work('running'), new ApiError('forbidden', 'not yours'))
  const lost = taskEnd('1').catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await lost).toMatchObject({ kind: 'unknown-outcome' })
})
