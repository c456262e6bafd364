import { afterEach, beforeEach, vi } from 'vitest'

import type { VirtualMachine } from '~/domain/virtual-machine'

import { abiquoLoopback } from '../abiquo/loopback.bench'
import type { Loopback } from './loopback.bench'
import { vmNamed } from './seeded.bench'

/** Each adapter behind a real socket. What the failure catalogue promises holds for all of them. */
export const loopbacks: readonly (readonly [name: string, open: () => Promise<Loopback>])[] = [
  ['abiquo', abiquoLoopback],
]

/** A signed-in person before each test, and nothing left behind. */
export interface Visit extends Loopback {
  /** A VM that is on, with policies and results. */
  readonly vm: VirtualMachine
  readonly writes: () => number
  readonly reads: () => number
}

/** Opens a line before each test and closes it after. Give the visit of the test that runs. */
export function visits(open: () => Promise<Loopback>): () => Visit {
  let current: Visit | null = null
  beforeEach(async () => {
    const line = await open()
    await line.api.signIn({ user: 'operator', password: 'operator' })
    const vm = await vmNamed(line.api, 'erp-app-02')
    const [before] = [line.asked.length]
    const sent = (): readonly string[] => line.asked.slice(before)
    current = {
      ...line,
      vm,
      writes: () => sent().filter((one) => !one.startsWith('GET ')).length,
      reads: () => sent().filter((one) => one.startsWith('GET ')).length,
    }
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await current?.close()
    current = null
  })
  return () => {
    if (current === null) throw new Error('No test runs')
    return current
  }
}

/** Waits of the real limits, told and shortened: half a minute takes a sixth of a second. */
export function shortenWaits(): readonly number[] {
  const waits: number[] = []
  const timeout = AbortSignal.timeout.bind(AbortSignal)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    waits.push(milliseconds)
    return timeout(milliseconds / 200)
  })
  return waits
}
