import { expect, test } from 'vitest'

import { lastFailure } from './backup'
import { backup } from './samples'

const failed = (createdAt: Date | null) => backup({ outcome: 'failed', createdAt })
const [early, late] = [new Date('2026-03-01T02:00:00Z'), new Date('2026-03-02T02:00:00Z')]
const told = (at: Date) => ({ outcome: 'failed', at }) as const

test('the newest failure is one of the results, or one that left none and only the trail tells of', () => {
  expect(lastFailure([backup()], null)).toBeNull()
  expect(lastFailure([backup()], { outcome: 'good', at: late })).toBeNull()
  expect(lastFailure([backup()], told(late))).toEqual({ at: late })
  expect(lastFailure([failed(early)], told(late))).toEqual({ at: late })
  expect(lastFailure([failed(late)], told(early))).toEqual({ at: late })
  expect(lastFailure([failed(null)], null)).toEqual({ at: null })
})
