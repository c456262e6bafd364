import { policies, queryClient, vm } from '~/api/queries'
import type { BulkLine } from '~/domain/bulk-job'
import { assignmentsAfter, type PolicyOrder } from '~/domain/bulk-plan'
import type { VirtualMachine } from '~/domain/virtual-machine'

/** The VM of a line as it is now, and what it is to have after the order. */
export async function assignmentsFor(
  order: PolicyOrder,
  line: BulkLine,
): Promise<{ readonly machine: VirtualMachine; readonly after: ReturnType<typeof assignmentsAfter> }> {
  const offered = order.action === 'assign' ? (await queryClient.fetchQuery(policies(line.id))).rows : []
  const machine = await queryClient.fetchQuery({ ...vm(line.id), staleTime: 0 })
  return { machine, after: assignmentsAfter(order, offered, machine, line.replaces) }
}
