import { beforeAll, describe, expect, test } from 'vitest'

import { explainError, learnCodes } from '~/texts/errors'

import { loopbacks, shortenWaits, visits } from './loopback-fixture.bench'
import { cut, dripped, dropped, on, silent, times } from './loopback.bench'
import { refusal } from './refusal.bench'

beforeAll(learnCodes)

const everything = { offset: 0, limit: 1_000 }

/** The failure catalogue, on the line between the console and a platform. The numbers are its rows. */
describe.each(loopbacks)('%s, the network', (_, open) => {
  const visit = visits(open)

  test('1 network lost at the first load: an error in words, and the same question works after recovery', async () => {
    const { api, trouble } = visit()
    trouble(on('read', dropped))
    const error = await refusal(api.listVms(everything))
    expect(error).toMatchObject({ kind: 'offline', late: false })
    expect(explainError(error)).toMatchObject({ title: 'No connection to the platform.' })
    trouble(null)
    await expect(api.listVms(everything)).resolves.toMatchObject({ unreadable: 0 })
  })

  test.each(['length', 'chunks'] as const)(
    '4 a body cut in the middle, promised by its %s, is never half a list',
    async (by) => {
      const { api, trouble } = visit()
      trouble(on('read', cut(by)))
      expect(await refusal(api.listVms(everything))).toMatchObject({ kind: 'offline' })
    },
  )

  test('5 a read without an answer is given up after 30 s, in words of its own, and asked once', async () => {
    const { api, trouble, vm, reads } = visit()
    const waits = shortenWaits()
    trouble(on('read', silent))
    const error = await refusal(api.getVm(vm.id))
    expect(error).toMatchObject({ kind: 'offline', late: true })
    expect(explainError(error).title).toBe('The platform did not answer in time.')
    expect(new Set(waits)).toEqual(new Set([30_000]))
    expect(reads()).toBe(1)
  })

  test('5 who leaves the page hangs up, and the platform hears it', async () => {
    const { api, trouble } = visit()
    const leaving = new AbortController()
    const heard = new Promise<void>((hungUp) => {
      trouble(
        on('read', async ({ outgoing }) => {
          outgoing.once('close', hungUp)
          leaving.abort(new Error('left the page'))
        }),
      )
    })
    await expect(api.listVms(everything, leaving.signal)).rejects.toThrow('left the page')
    await heard
  })

  test('7 a slow answer is read whole', async () => {
    const { api, trouble, vm } = visit()
    trouble(on('read', dripped(20, 2)))
    await expect(api.getVm(vm.id)).resolves.toEqual(vm)
  })

  test('30 a slow body can be cancelled in the middle', async () => {
    const { api, trouble } = visit()
    const leaving = new AbortController()
    const heard = new Promise<void>((hungUp) => {
      trouble(on('read', dripped(1_000, 2, hungUp)))
    })
    setTimeout(() => leaving.abort(new Error('cancelled')), 20)
    await expect(api.listVms(everything, leaving.signal)).rejects.toThrow('cancelled')
    await heard
  })

  test('9 a line that breaks now and then: what was asked again has the answer, and nothing is mixed', async () => {
    const { api, trouble, vm } = visit()
    trouble(times(1, on('read', dropped)))
    expect(await refusal(api.getVm(vm.id))).toMatchObject({ kind: 'offline' })
    await expect(api.getVm(vm.id)).resolves.toEqual(vm)
  })
})
