import { expect, test, vi } from 'vitest'

import { dropSimulatorWorker } from './old-worker'

const registration = (address: string, state: 'active' | 'waiting' | 'installing' = 'active') => ({
  active: null,
  waiting: null,
  installing: null,
  [state]: { scriptURL: address },
  unregister: vi.fn<() => Promise<boolean>>(async () => true),
})

test('47 old service worker: a live build takes the simulator’s away, however far it got, and no other', async () => {
  const olds = [
    registration('https://console.example/mockServiceWorker.js'),
    registration('https://console.example/mockServiceWorker.js?v=2', 'waiting'),
  ]
  const other = registration('https://console.example/mail/worker.js')
  await dropSimulatorWorker({ getRegistrations: async () => [...olds, other] })
  for (const old of olds) expect(old.unregister).toHaveBeenCalledOnce()
  expect(other.unregister).not.toHaveBeenCalled()
})
