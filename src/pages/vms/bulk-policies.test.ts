import { expect, test } from 'vitest'

import { policy } from '~/domain/samples'

import { type BulkPolicy, nameIn } from './bulk-policies'

const offered = (name: string, code: string | null, datacenter = 'Barcelona'): BulkPolicy => ({
  id: `${name} ${code}`,
  name,
  datacenter,
  count: 1,
  policy: code === null ? null : { ...policy(), name, code },
})

test('policies of one name in one datacenter are told apart by their codes, others keep their name', () => {
  const all = [
    offered('Nightly', 'BCN-1'),
    offered('Nightly', 'BCN-2'),
    offered('Nightly', null),
    offered('Nightly', 'LDN-1', 'London'),
    offered('Gold', 'BCN-3'),
  ]
  expect(all.map((one) => nameIn(all, one))).toEqual([
    'Nightly (BCN-1)',
    'Nightly (BCN-2)',
    'Nightly',
    'Nightly',
    'Gold',
  ])
})
