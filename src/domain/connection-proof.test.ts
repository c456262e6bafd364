import { expect, test } from 'vitest'

import { connectionProof } from './connection-proof'

const day = (n: number): Date => new Date(Date.UTC(2026, 2, n))
const good = { vmId: 'a', outcome: 'good', at: day(5) } as const
const older = { vmId: 'b', outcome: 'good', at: day(3) } as const
const failed = { vmId: 'c', outcome: 'failed', at: day(6) } as const
const failedBefore = { vmId: 'd', outcome: 'failed', at: day(4) } as const

test('a backup that ended well after the last change proves the connection', () => {
  expect(connectionProof(day(4), [older, good, failedBefore])).toEqual({ kind: 'worked', by: good, failedSince: [] })
})

test('what failed after the proof is told', () => {
  expect(connectionProof(day(1), [failedBefore, older, failed, good])).toEqual({
    kind: 'worked',
    by: good,
    failedSince: [failed],
  })
})

test('only failures since the change prove nothing good', () => {
  expect(connectionProof(day(5), [good, failed, failedBefore])).toEqual({
    kind: 'failed',
    newest: failed,
    failed: [failed],
  })
})

test('nothing ended since: not proven; a change that nobody knows counts all', () => {
  expect(connectionProof(day(7), [good, failed])).toEqual({ kind: 'none' })
  expect(connectionProof(null, [older]).kind).toBe('worked')
  expect(connectionProof(null, [{ vmId: 'e', outcome: 'running', at: day(2) }]).kind).toBe('none')
})
