import { ApiError } from '~/api/error'
import type { Describe, ToldRequest } from '~/api/queries/requests'
import type { BulkLine } from '~/domain/bulk-job'
import type { BulkOrder } from '~/domain/bulk-plan'

import { assignmentsFor } from './bulk-after'

/**
 * The request of one line of a change. Where the change is there already, it is the one that makes it so: what the VM has
 * now. What it needs is read; nothing is sent.
 */
export async function tellLine(order: BulkOrder, line: BulkLine, describe: Describe): Promise<ToldRequest> {
  if (order.action === 'backup') return describe.backUpNow(line.id, { replicate: line.replicate })
  const { machine, after } = await assignmentsFor(order, line)
  const assignments = after === 'already' ? machine.assignments : typeof after === 'string' ? null : after
  if (assignments === null) throw new ApiError('conflict', 'The VM is not as it was when the change was decided')
  return describe.saveProtection(line.id, { assignments, basedOn: machine.revision })
}
