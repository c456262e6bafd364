import { afterEach, expect, test } from 'vitest'

import type { Page } from '~/domain/page'
import type { BackupPolicy } from '~/domain/policy'

import { abiquo } from '../abiquo/adapter'
import { connect } from '../platform'
import { policiesInSight, queryClient } from '../queries'

const policy = (id: string): BackupPolicy => ({
  id,
  name: `Policy ${id}`,
  code: id,
  description: null,
  replication: null,
  configurations: [],
})

async function ids() {
  const { rows, unreadable } = await queryClient.fetchQuery({ ...policiesInSight(), staleTime: 0 })
  return [rows.map(({ id }) => id), unreadable]
}

afterEach(() => queryClient.clear())

test('policies of a place that does not tell them now stay as they were read, and that they could not be read is said', async () => {
  let told: Page<BackupPolicy> = { rows: [policy('1-1'), policy('2-1')], total: null, unreadable: 0 }
  connect({ ...abiquo({ base: 'https://cloud.example/api' }), listPoliciesInSight: async () => told })
  expect(await ids()).toEqual([['1-1', '2-1'], 0])
  told = { rows: [policy('1-1'), policy('1-2')], total: null, unreadable: 1 }
  expect(await ids()).toEqual([['1-1', '1-2', '2-1'], 1])
  told = { rows: [policy('1-1')], total: null, unreadable: 0 }
  expect(await ids()).toEqual([['1-1'], 0])
})
