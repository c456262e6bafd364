import { describe, expect, test } from 'vitest'

import type { Protection, ProtectionState } from '~/domain/protection'
import { isLate } from '~/domain/protection-rule'
import { causeOf } from '~/domain/said-protection'
import { vm as sampleVm } from '~/domain/samples'
import type { VirtualMachine } from '~/domain/virtual-machine'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { filterRows, listOf, readView } from '~/pages/parts/fleet/fleet-view'

import { needsOf } from './attention'
import { coverageBars, failureGroups, shares, statesOf } from './groups'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const now = at(8)

interface Made {
  readonly failedAt?: Date
  readonly text?: string | null
  readonly runAt?: Date
  readonly vmState?: VirtualMachine['state']
  readonly place?: string
}

function row(name: string, state: ProtectionState, made: Made = {}): VmRow {
  const { failedAt, text = null, runAt, vmState = 'on', place = 'Barcelona' } = made
  const deadline = runAt && new Date(runAt.getTime() + 2 * 3_600_000)
  const protection: Protection = {
    state,
    reason: null,
    expected: runAt && deadline ? { policyName: 'p', run: { kind: 'instant', at: runAt }, deadline } : null,
    worseAt: deadline && deadline > now ? deadline : null,
  }
  const vm = sampleVm({ id: name, name, state: vmState, datacenter: { id: place, name: place } })
  const outcome = failedAt ? { vmId: name, outcome: 'failed' as const, at: failedAt, text } : null
  return {
    id: name,
    vm,
    protection,
    protectionState: state,
    outcome,
    late: isLate(protection, now),
    cause: causeOf(protection, outcome),
    task: null,
    line: name,
    order: name,
    appliance: 'a',
  }
}

const fleet = [
  row('new', 'not-protected'),
  row('old-fail', 'failed', { failedAt: at(1), text: 'No space left on device' }),
  row('fail', 'failed', { failedAt: at(3), text: "Backup of 'x': disk full" }),
  row('silent', 'overdue', { runAt: at(5) }),
  row('late', 'protected', { runAt: at(7) }),
  row('later', 'protected', { runAt: at(9) }),
  row('down', 'at-risk', { vmState: 'not-deployed', place: 'London' }),
  row('torn', 'at-risk', { place: 'London' }),
  row('mute', 'failed', { failedAt: at(2), text: null, place: 'London' }),
  row('dark', 'unknown'),
]

describe('what needs someone now', () => {
  const needs = needsOf(fleet)

  test('is ranked: the newest of failed and overdue first, then late, at risk, not protected', () => {
    expect(needs.map(({ kind, rows }) => [kind, rows.map(({ id }) => id)])).toEqual([
      ['overdue', ['silent']],
      ['failed', ['fail', 'mute', 'old-fail']],
      ['late', ['late']],
      ['undeployed', ['down']],
      ['at-risk', ['torn']],
      ['not-protected', ['new']],
    ])
  })

  test('each list in the address is exactly these VMs', () => {
    for (const { rows, list } of needs) {
      const shown = filterRows(fleet, readView(listOf(list)))
      expect(new Set(shown)).toEqual(new Set(rows))
    }
  })

  test('nothing when all is well or not known', () => {
    expect(needsOf([row('a', 'protected'), row('b', 'unknown')])).toEqual([])
  })
})

describe('failures by cause', () => {
  test('equal causes in one group, the largest first, with how many are new', () => {
    const groups = failureGroups(fleet, at(2))
    expect(groups.map(({ cause, rows, recent }) => [cause, rows.map(({ id }) => id), recent])).toEqual([
      ['storage-full', ['fail', 'old-fail'], 1],
      ['untold', ['mute'], 1],
    ])
    for (const { cause, rows } of groups)
      expect(new Set(filterRows(fleet, readView(listOf({ cause: [cause] }))))).toEqual(new Set(rows))
  })
})

test('coverage counts each VM once, those without a policy first, and each part is a list', () => {
  const bars = coverageBars(fleet, 'datacenter')
  expect(bars).toEqual([
    { name: 'Barcelona', total: 7, counts: { none: 1, care: 3, good: 2, open: 0, unknown: 1 } },
    { name: 'London', total: 3, counts: { none: 0, care: 3, good: 0, open: 0, unknown: 0 } },
  ])
  for (const { name, counts } of bars)
    for (const share of shares)
      expect(filterRows(fleet, readView(listOf({ datacenter: [name], protection: statesOf[share] })))).toHaveLength(
        counts[share],
      )
})
