import { expect, test } from 'vitest'

import { coverageByDatacenter } from './coverage'

const assignment = { policyId: '1', policyName: 'Gold', values: [] }
const barcelona = { id: '1', name: 'Barcelona' }
const london = { id: '2', name: 'London' }

test('VMs are counted by datacenter; what the platform does not say counts on neither side', () => {
  const found = coverageByDatacenter([
    { datacenter: barcelona, assignments: [assignment] },
    { datacenter: barcelona, assignments: [] },
    { datacenter: barcelona, assignments: null },
    { datacenter: london, assignments: [assignment, assignment] },
    { datacenter: null, assignments: [] },
  ])
  expect(found.get('1')).toEqual({ vms: 3, withPolicy: 1, withoutPolicy: 1, untold: 1 })
  expect(found.get('2')).toEqual({ vms: 1, withPolicy: 1, withoutPolicy: 0, untold: 0 })
  expect(found.size).toBe(2)
})
