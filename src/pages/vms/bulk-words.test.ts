import { expect, test } from 'vitest'

import { type BulkJob, reduceJob } from '~/domain/bulk-job'

import { countWords } from './bulk-words'

const at = '2026-03-02T08:00:00.000Z'
const job: BulkJob = {
  id: '1',
  startedAt: at,
  order: { action: 'backup', replicate: false, replicateOwn: {} },
  lines: ['a', 'b', 'c'].map((id) => ({
    id,
    name: id,
    datacenter: null,
    tenant: null,
    replaces: [],
    replicate: false,
  })),
  states: {},
}

test('what is on its way is not counted as not sent', () => {
  expect(countWords(reduceJob(job, { type: 'send', id: 'a', at }))).toBe('1 being sent and 2 not sent')
})
