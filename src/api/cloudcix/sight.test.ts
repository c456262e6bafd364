import { afterEach, expect, test, vi } from 'vitest'

import { protectionJudge } from '~/domain/protection-rule'
import { usualThresholds } from '~/domain/thresholds'

import { enterCix, start } from './cloudcix.bench'
import { toOutcome } from './trail-lines'
import * as wire from './wire'

afterEach(() => vi.unstubAllGlobals())

test('a backup that cannot be read is not taken for none: a VM without another is not known, the others are as they were', async () => {
  const { api, fetch } = await enterCix()
  vi.stubGlobal('fetch', async (address: string | URL | Request, init?: RequestInit) => {
    const answer = await fetch(address, init)
    if (!new Request(address).url.includes('/iaas/backup/')) return answer
    const text = await answer.text()
    // The only one of its VM.
    return new Response(text.replaceAll(/("vm":\{[^{}]*?"id":)13,/gu, '$1"?",'), { headers: answer.headers })
  })
  const { rows } = await api.listVms({ offset: 0, limit: 100 })
  const trail = await api.recentOutcomes(new Date(start - 8 * 86_400_000))
  const judge = protectionJudge([], { ...trail, asOf: new Date(start) }, usualThresholds)
  const said = new Map(
    rows.map((vm) => {
      const outcome = trail.outcomes.find(({ vmId }) => vmId === vm.id) ?? null
      return [vm.name, judge(vm, { outcome, task: null, plannedAt: null }, new Date(start)).state]
    }),
  )
  expect(said.get('restore-drill-01')).toBe('unknown')
  expect(said.get('erp-app-01')).toBe('protected')
})

const step = (state: number, minute: number) => ({
  created: `2026-03-01T06:0${minute}:00`,
  state,
  modified_by: null,
})

test('a deletion that failed is no backup that failed', () => {
  const copy = wire.backup.parse({
    id: 5,
    name: 'nightly',
    state: 3,
    created: '2026-02-20T06:00:00',
    vm: { id: 1, name: 'web' },
    history: [step(3, 3), step(17, 2), step(8, 1)],
  })
  expect(toOutcome(copy)).toEqual([])
  expect(toOutcome({ ...copy, steps: [] })).toMatchObject([{ outcome: 'failed' }])
})
