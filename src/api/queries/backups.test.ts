import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

import { backup } from '~/domain/samples'

import { abiquo } from '../abiquo/adapter'
import { connect } from '../platform'
import type { Platform } from '../port'
import { queryClient } from '../queries'
import { backups, backupWindow, isWhole, readBackupsFurther } from './backups'

const newest = Date.UTC(2026, 2, 2)

afterEach(() => queryClient.clear())

/** A platform whose VM has so many results, an hour between them; `grow` makes new ones, `slide` lets as many old ones expire. */
function platformOf(count: number) {
  const asked: string[] = []
  let made = count
  let expired = 0
  const listBackups: Platform['listBackups'] = async (_, { offset, limit }) => {
    asked.push(`${offset}+${limit}`)
    const length = Math.max(0, Math.min(limit, made - expired - offset))
    const rows = Array.from({ length }, (__, place) => {
      const id = made - offset - place
      return backup({ id: String(id), createdAt: new Date(newest + id * 3_600_000) })
    })
    return { rows, total: made - expired, unreadable: 0 }
  }
  connect({ ...abiquo({ base: 'https://cloud.example/api' }), listBackups })
  return {
    asked,
    grow: (by: number) => {
      made += by
    },
    slide: (by: number) => {
      made += by
      expired += by
    },
  }
}

const look = () => new QueryObserver(queryClient, backups('7')).subscribe(() => undefined)
const known = () => queryClient.getQueryData(backups('7').queryKey)

test('a usual number of results is read whole, a first window before the rest, and from then on in one question', async () => {
  const { asked } = platformOf(400)
  const leave = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(400))
  expect(known()).toMatchObject({ total: 400, long: false })
  await queryClient.refetchQueries({ queryKey: backups('7').queryKey, exact: true })
  leave()
  expect(asked).toEqual(['0+100', '100+300', '0+1000'])
})

test('of ten thousand the newest thousand are read, and on when someone asks', async () => {
  const { asked } = platformOf(10_000)
  const leave = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(1_000))
  expect(known()).toMatchObject({ total: 10_000, long: true })
  expect(known()?.rows[0]).toMatchObject({ id: '10000' })
  expect(asked).toEqual(['0+100', '100+900'])
  await readBackupsFurther('7', 2_500)
  leave()
  expect(known()?.rows).toHaveLength(3_500)
  expect(new Set(known()?.rows.map(({ id }) => id)).size).toBe(3_500)
  expect(known()?.rows.at(-1)).toMatchObject({ id: '6501' })
  expect(asked.slice(2)).toEqual(['1000+1000', '2000+1000', '3000+500'])
})

test.each(['grow', 'slide'] as const)(
  'a new result moves the old ones (%s): windows that are on the screen are asked for again',
  async (how) => {
    const platform = platformOf(10_000)
    const { asked } = platform
    const leave = look()
    await vi.waitFor(() => expect(known()?.rows).toHaveLength(1_000))
    const list = { vmId: '7', oldestFirst: false }
    const window = () => queryClient.getQueryData(backupWindow(list, 100).queryKey)?.rows[0]?.id
    const leaveWindow = new QueryObserver(queryClient, backupWindow(list, 100)).subscribe(() => undefined)
    await vi.waitFor(() => expect(window()).toBe('5000'))
    platform[how](2)
    await queryClient.refetchQueries({ queryKey: backups('7').queryKey, exact: true })
    await vi.waitFor(() => expect(window()).toBe('5002'))
    leaveWindow()
    leave()
    expect(known()?.rows[0]).toMatchObject({ id: '10002' })
    expect(asked.slice(-3)).toEqual(['5000+50', '0+1000', '5000+50'])
  },
)

test('a list that was read whole when someone asked for it is read whole when it has grown', async () => {
  const { grow } = platformOf(1_500)
  const leave = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(1_000))
  await readBackupsFurther('7', 10_000)
  grow(3)
  await queryClient.refetchQueries({ queryKey: backups('7').queryKey, exact: true })
  leave()
  expect(known()).toMatchObject({ total: 1_503, end: 1_503, long: false })
})

test('only what was read to its end is whole', async () => {
  platformOf(1_001)
  const leave = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(1_000))
  const before = known()
  expect(before && isWhole(before)).toBe(false)
  await readBackupsFurther('7', 1_000)
  leave()
  const after = known()
  expect(after && isWhole(after)).toBe(true)
  expect(after?.long).toBe(false)
})
