import { useQuery } from '@tanstack/react-query'

import { fleet } from '~/api/queries'
import { type FleetUsage, usageOf } from '~/domain/usage'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { byName } from '~/texts/order'

import { remember } from './remember'
import { useActor } from './use-actor'

/** The VMs in this person's sight and what protects them, as far as they were read. */
export interface UsageReading {
  /** Null while nothing was read, or when this person may not see VMs: then the platform alone knows who uses what. */
  readonly usage: FleetUsage | null
  /** By name. */
  readonly vms: readonly VirtualMachine[]
  /** `unseen`: this person may not see VMs. */
  readonly state: 'reading' | 'read' | 'partly-read' | 'unseen' | 'failed'
}

const noVms: readonly VirtualMachine[] = []

/** The fleet is one, so is what was counted of it: pages that draw often count ten thousand VMs once. */
const counted = remember((found: readonly VirtualMachine[], whole: boolean) => {
  const vms = byName(found)
  return { vms, usage: usageOf(vms, whole) }
})

/** Counted from the list of VMs: the platform has no question for it. Nobody who may not see VMs asks for them. */
export function useUsage(): UsageReading {
  const seesVms = useActor().may.has('vms.view')
  const machines = useQuery({ ...fleet(), enabled: seesVms })
  if (!seesVms || machines.error?.kind === 'forbidden') return { usage: null, vms: noVms, state: 'unseen' }
  if (!machines.data) return { usage: null, vms: noVms, state: machines.error ? 'failed' : 'reading' }
  const { rows, total, unreadable } = machines.data
  const { vms, usage } = counted(rows, unreadable === 0 && rows.length >= total)
  return { usage, vms, state: usage.complete ? 'read' : machines.isFetching ? 'reading' : 'partly-read' }
}
