import { describe, expect, test } from 'vitest'

import { countsOf, sightOf } from './days-counts'

const day = { number: 20_513, from: new Date('2026-03-01T23:00:00Z'), to: new Date('2026-03-02T23:00:00Z') }
const end = (outcome: 'good' | 'failed' | 'running' | 'unknown', at: string, text: string | null = null) => ({
  id: at,
  vmId: '1',
  outcome,
  at: new Date(at),
  text,
})

describe('the ends of backups on a day', () => {
  test('are counted from its first moment on, and what still runs is none', () => {
    const counts = countsOf(day, [
      end('good', '2026-03-01T22:59:59Z'),
      end('good', '2026-03-01T23:00:00Z'),
      end('failed', '2026-03-02T10:00:00Z'),
      end('running', '2026-03-02T11:00:00Z'),
      end('unknown', '2026-03-02T12:00:00Z', 'Completed with warnings'),
      end('unknown', '2026-03-02T13:00:00Z'),
      end('good', '2026-03-02T23:00:00Z'),
    ])
    expect(counts).toEqual({ good: 1, partial: 1, failed: 1, unclear: 1 })
  })

  test('are the whole only where the trail reaches all of the day', () => {
    const none = { good: 0, partial: 0, failed: 0, unclear: 0 }
    expect(sightOf(day, none, day.from)).toBe('whole')
    expect(sightOf(day, none, day.to)).toBe('unknown')
    expect(sightOf(day, none, null)).toBe('unknown')
    expect(sightOf(day, { ...none, failed: 1 }, day.to)).toBe('least')
  })
})
