import { expect, test } from 'vitest'

import type { Lane } from '~/domain/lane'
import { vm } from '~/domain/samples'

import { laneWords, summaryWords } from './timeline-words'

const assignment = { policyId: 'gold', policyName: 'Gold', values: [] }
const lane: Lane = {
  key: 'gold',
  policyId: 'gold',
  policyName: 'Gold',
  typeText: '',
  schedule: null,
  gap: 'policy-unseen',
  grace: 7_200_000,
}
const machine = vm({ assignments: [assignment] })

test('of policies that were not read it is not said that they are not open to this person', () => {
  expect(laneWords(lane, machine, null)).toBe('The schedule of this policy could not be read')
  expect(laneWords(lane, machine, [])).toBe('The schedule of this policy is not open to you')
})

test('of a plan that is not known it is not said that nothing was planned', () => {
  expect(summaryWords([], machine, [lane])).toBe('What was planned in this time is not known.')
  expect(summaryWords([], vm({ assignments: null }), [])).toBe('What was planned in this time is not known.')
  expect(summaryWords([], machine, [{ ...lane, gap: null }])).toBe('No run was planned up to now in this time.')
  expect(summaryWords([], vm({ assignments: [] }), [])).toBe('No run was planned up to now in this time.')
})

test('runs of which nothing is known are not counted as if they were not there', () => {
  const run = { kind: 'instant', at: new Date(0) } as const
  const good = { run, state: 'on-time' } as const
  expect(summaryWords([good, good], machine, [lane])).toBe('2 of 2 planned runs gave a good backup.')
  expect(summaryWords([good, good, { run, state: 'gone' }], machine, [lane])).toBe(
    'Of the 2 planned runs whose end is known, 2 gave a good backup.',
  )
})

test('a VM that is not deployed runs nothing, whatever its plan', () => {
  const asleep = { ...machine, state: 'not-deployed' } as const
  expect(summaryWords([], asleep, [lane])).toBe('No run was planned up to now in this time.')
})
