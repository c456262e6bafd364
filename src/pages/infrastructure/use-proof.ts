import { useQuery } from '@tanstack/react-query'

import { recentOutcomes } from '~/api/queries'
import { events, type TrailQuery } from '~/api/queries/trail'
import { type ConnectionProof, connectionProof } from '~/domain/connection-proof'
import { vmsIn } from '~/domain/coverage'
import type { Datacenter } from '~/domain/datacenter'
import type { TrailEvent } from '~/domain/event'
import { seesEnds } from '~/domain/failure-sight'
import { mayReadEvents } from '~/domain/may-back-up'
import { isDeployed, type VirtualMachine } from '~/domain/virtual-machine'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'

const newest = { offset: 0, limit: 1 } satisfies TrailQuery

/** Someone else may change the connection while this page is open. */
const refetchInterval = 30_000

/** The last change of the connection, as the trail tells it; `event` is null when it names none. */
export type LastChange =
  | { readonly state: 'read'; readonly event: TrailEvent | null }
  | { readonly state: 'reading' | 'unseen' | 'failed' }

/**
 * The newest of the last change and the creation of the connection in the trail, asked every 30 seconds, since
 * someone else may change it. `unseen`: events are not open to this person.
 */
export function useLastChange({ name }: Datacenter): LastChange {
  const enabled = mayReadEvents(useActor()).ok
  const change = useQuery({
    ...events({ ...newest, datacenter: name, action: 'BACKUP_MANAGER_MODIFY' }),
    enabled,
    refetchInterval,
  })
  const creation = useQuery({
    ...events({ ...newest, datacenter: name, action: 'BACKUP_MANAGER_CREATE' }),
    enabled,
    refetchInterval,
  })
  if (!enabled || change.error?.kind === 'forbidden') return { state: 'unseen' }
  if (!change.data || !creation.data) return { state: change.error || creation.error ? 'failed' : 'reading' }
  const [last = null] = [...change.data.rows, ...creation.data.rows].toSorted(
    (a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0),
  )
  return { state: 'read', event: last }
}

/** How a VM's newest backup ended, with the VM. */
export interface Ending {
  readonly vmId: string
  readonly vm: VirtualMachine
  readonly outcome: 'good' | 'running' | 'failed' | 'unknown'
  readonly at: Date
  readonly text: string | null
}

/** What backups of late tell of a connection, since the platform does not try it (section 6.15). */
export type ProofReading =
  | {
      readonly state: 'read'
      readonly proof: ConnectionProof<Ending>
      /** How far back the trail of backups was read. */
      readonly since: Date
      readonly complete: boolean
      /** A VM that would try the connection with its next backup. */
      readonly candidate: VirtualMachine | null
    }
  | { readonly state: 'reading' | 'unseen' | 'failed' }

/** What the backups of a datacenter's VMs say of its connection. */
export function useProof(datacenter: Datacenter, changedAt: Date | null): ProofReading {
  const usage = useUsage()
  const sees = seesEnds(useActor()) && usage.state !== 'unseen'
  const trail = useQuery({ ...recentOutcomes(), enabled: sees })
  if (!sees || trail.error?.kind === 'forbidden') return { state: 'unseen' }
  if (usage.state === 'failed' || (!trail.data && trail.error)) return { state: 'failed' }
  if (!trail.data || usage.usage === null) return { state: 'reading' }
  const here = vmsIn(usage.vms, datacenter.id)
  const byId = new Map(here.map((vm) => [vm.id, vm]))
  const endings = trail.data.outcomes.flatMap((outcome): readonly Ending[] => {
    const vm = byId.get(outcome.vmId)
    return vm ? [{ ...outcome, vm }] : []
  })
  const candidates = here.filter((vm) => isDeployed(vm) && vm.assignments !== null && vm.assignments.length > 0)
  const candidate = candidates.find(({ state }) => state === 'on') ?? candidates.at(0)
  return {
    state: 'read',
    proof: connectionProof(changedAt, endings),
    since: trail.data.since,
    complete: trail.data.complete,
    candidate: candidate ?? null,
  }
}
