import { expect, test } from 'vitest'

import { endColumns, type FleetGround, vmColumns } from '~/domain/fleet-columns'
import { now, vm } from '~/domain/samples'
import { usualThresholds } from '~/domain/thresholds'

import { makeAnswers } from './answers'

const ground: FleetGround = { policies: [], trail: null, thresholds: usualThresholds, pending: false, now }
const columns = endColumns([{ vmId: 'a', outcome: 'failed', at: now, text: null }])
const vms = vmColumns([vm({ id: 'a' })], () => null, new Map())

test('a thread that does not know what a question builds on says so, and judges nothing by half of it', () => {
  const answer = makeAnswers()
  expect(answer({ about: 'ground', ground, ends: 1, number: 1 })).toEqual({ about: 'lost' })
  // It began anew in the middle of the ends.
  expect(answer({ about: 'ends', columns, first: 500, number: 1 })).toEqual({ about: 'lost' })
  expect(answer({ about: 'ends', columns, first: 0, number: 2 })).toEqual({ about: 'kept' })
  expect(answer({ about: 'ground', ground, ends: 1, number: 2 })).toEqual({ about: 'lost' })
  expect(answer({ about: 'ground', ground, ends: 2, number: 3 })).toEqual({ about: 'kept' })
  expect(answer({ about: 'vms', columns: vms, number: 2 })).toEqual({ about: 'lost' })
  expect(answer({ about: 'vms', columns: vms, number: 3 }).about).toBe('vms')
})
