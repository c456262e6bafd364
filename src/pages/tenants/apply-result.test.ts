import { describe, expect, test } from 'vitest'

import { ApiError } from '~/api/error'
import type { AllowanceLine } from '~/domain/allowance-plan'
import { allowance } from '~/domain/samples'

import { againOf, type AllowanceRun, isDone, resultOf } from './apply-result'

const line = (id: string): AllowanceLine => ({
  id,
  tenant: { id, name: id },
  datacenter: { id: 'ldn', name: 'London' },
  allow: ['gold'],
  withdraw: [],
})
const lost = new ApiError('unknown-outcome', 'no answer')
const refused = new ApiError('conflict', 'refused')
const run = (states: AllowanceRun['states'], phase: AllowanceRun['phase'] = 'over'): AllowanceRun => ({
  lines: [...states.keys()].map(line),
  states,
  phase,
  restsUntil: null,
})
const [a, b] = [line('a'), line('b')]

const one = (phase: AllowanceRun['phase'] = 'over'): AllowanceRun =>
  run(new Map([['a', { at: 'failed', failure: lost }]]), phase)

describe('what became of a line', () => {
  test('without an answer is looked up once all are answered', () => {
    const [there, missing] = [[allowance('a', 'gold')], [allowance('a')]]
    expect(resultOf(one('sending'), a, { allowances: there, fresh: true })).toMatchObject({ found: 'looking' })
    expect(resultOf(one(), a, { allowances: there, fresh: true })).toMatchObject({ found: 'there' })
    expect(resultOf(one(), a, { allowances: missing, fresh: true })).toMatchObject({ found: 'missing' })
    expect(resultOf(one(), a, { allowances: there, fresh: false })).toMatchObject({ found: 'not-looked' })
    expect(isDone(resultOf(one(), a, { allowances: there, fresh: true }))).toBe(true)
  })

  test('that nobody could look up is not sent again', () => {
    expect(againOf(one(), { allowances: [allowance('a')], fresh: false })).toEqual([])
    expect(againOf(one(), { allowances: [allowance('a')], fresh: true })).toEqual([a])
  })

  test('that failed or was not sent may be sent again, but never what is there by now', () => {
    const over = run(
      new Map([
        ['a', { at: 'failed', failure: refused }],
        ['b', { at: 'not-sent' }],
        ['c', { at: 'done' }],
      ]),
    )
    const allowances = [allowance('a'), allowance('b'), allowance('c', 'gold')]
    expect(againOf(over, { allowances, fresh: true })).toEqual([a, b])
    expect(againOf(over, { allowances: [allowance('a', 'gold'), allowance('b')], fresh: true })).toEqual([b])
    expect(againOf({ ...over, phase: 'sending' }, { allowances, fresh: true })).toEqual([])
  })
})
