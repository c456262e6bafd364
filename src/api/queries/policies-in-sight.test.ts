import { afterEach, expect, test } from 'vitest'

import type { BackupPolicy } from '~/domain/policy'

import { abiquo } from '../abiquo/adapter'
import { connect } from '../platform'
import type { PoliciesInSight } from '../port'
import { policiesInSight, queryClient } from '../queries'

const policy = (id: string): BackupPolicy => ({
  id,
  name: `Policy ${id}`,
  code: id,
  description: null,
  replication: null,
  configurations: [],
})

/** What places tell. */
const of = (places: Readonly<Record<string, readonly string[]>>, unreadable = 0): PoliciesInSight => ({
  rows: Object.values(places).flat().map(policy),
  total: null,
  unreadable,
  told: new Map(Object.entries(places)),
})

async function ids() {
  const { rows, unreadable } = await queryClient.fetchQuery({ ...policiesInSight(), staleTime: 0 })
  return [rows.map(({ id }) => id), unreadable]
}

afterEach(() => queryClient.clear())

test('policies of a place that does not tell them now stay as they were read, and that they could not be read is said', async () => {
  let answer: PoliciesInSight = of({ one: ['1-1'], two: ['2-1'] })
  connect({ ...abiquo({ base: 'https://cloud.example/api' }), listPoliciesInSight: async () => answer })
  expect(await ids()).toEqual([['1-1', '2-1'], 0])
  answer = of({ one: ['1-1', '1-2'] }, 1)
  expect(await ids()).toEqual([['1-1', '1-2', '2-1'], 1])
  // Of a place that tells its policies, one that is gone does not stay.
  answer = of({ one: ['1-2'] }, 1)
  expect(await ids()).toEqual([['1-2', '2-1'], 1])
  answer = of({ one: ['1-2'], two: [] })
  expect(await ids()).toEqual([['1-2'], 0])
})
