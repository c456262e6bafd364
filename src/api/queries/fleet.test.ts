import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

import { vm } from '~/domain/samples'

import { abiquo } from '../abiquo/adapter'
import { connect } from '../platform'
import type { Platform } from '../port'
import { fleet, queryClient, readFurther } from '../queries'
import { isBrokenOff } from './read-on'

const total = 400

afterEach(() => queryClient.clear())

/** A platform with so many VMs; the windows from one place on come when they are let go. It may tell how many there are. */
function platformOf(heldFrom: number, told: number | null = total, all = total) {
  const asked: number[] = []
  let held = true
  const waiting: (() => void)[] = []
  const listVms: Platform['listVms'] = async ({ offset, limit }, signal) => {
    asked.push(offset)
    if (held && offset >= heldFrom) await new Promise<void>((over) => waiting.push(over))
    signal?.throwIfAborted()
    const ids = Array.from({ length: Math.min(limit, all - offset) }, (_, n) => String(offset + n))
    return { rows: ids.map((id) => vm({ id })), total: told, unreadable: 0 }
  }
  connect({ ...abiquo({ base: 'https://cloud.example/api' }), listVms })
  const letGo = () => {
    held = false
    for (const over of waiting) over()
  }
  return { asked, letGo }
}

const look = () => new QueryObserver(queryClient, fleet()).subscribe(() => undefined)
const known = () => queryClient.getQueryData(fleet().queryKey)

test('a reading that was broken off is no whole list: the next who looks has it read on from what is shown', async () => {
  const { asked, letGo } = platformOf(230)
  const leave = look()
  await vi.waitFor(() => expect(asked).toEqual([0, 30, 130, 230]))
  leave()
  expect(known()?.rows).toHaveLength(130)
  letGo()
  const leaveAgain = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(total))
  leaveAgain()
  expect(asked).toEqual([0, 30, 130, 230, 130, 230, 330])
  expect(new Set(known()?.rows.map(({ id }) => id)).size).toBe(total)
})

test('a list that was read whole is not asked for again by who comes soon after', async () => {
  const { asked } = platformOf(total)
  const leave = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(total))
  leave()
  const before = asked.length
  const leaveAgain = look()
  await new Promise((over) => setTimeout(over, 20))
  leaveAgain()
  expect(asked).toHaveLength(before)
})

test('what was changed since is read anew, and not on', async () => {
  const { asked, letGo } = platformOf(230)
  const leave = look()
  await vi.waitFor(() => expect(asked).toEqual([0, 30, 130, 230]))
  leave()
  await queryClient.invalidateQueries()
  letGo()
  const leaveAgain = look()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(total))
  leaveAgain()
  expect(asked.slice(4)).toEqual([0, 30, 130, 230, 330])
})

test('where it is not told how many there are, the list is read until a window is not full', async () => {
  const { asked, letGo } = platformOf(total, null)
  const leave = look()
  letGo()
  await vi.waitFor(() => expect(known()?.rows).toHaveLength(total))
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))
  leave()
  expect(known()?.total).toBe(total)
  expect(asked).toEqual([0, 30, 130, 230, 330])
})

test('where that is not told of a long list, it is at least what was read, and whoever asks gets as many more as they asked for', async () => {
  platformOf(9_999, null, 2_500)
  const { queryKey } = fleet('erp')
  const found = () => queryClient.getQueryData(queryKey)
  await queryClient.fetchQuery(fleet('erp'))
  expect(found()).toMatchObject({ end: 2_000, total: 2_000, untold: true, long: true })
  expect(isBrokenOff(found())).toBe(false)
  await readFurther('erp', 300)
  expect(found()).toMatchObject({ end: 2_300, total: 2_300, untold: true, long: true })
  await readFurther('erp', 10_000)
  expect(found()).toMatchObject({ end: 2_500, total: 2_500, untold: false, long: false })
  expect(new Set(found()?.rows.map(({ id }) => id)).size).toBe(2_500)
})
