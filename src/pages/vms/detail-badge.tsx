import { useQuery } from '@tanstack/react-query'

import { recentOutcomes } from '~/api/queries'
import type { Situation } from '~/domain/may-back-up'
import { type ProtectionState, protectionOf } from '~/domain/protection'
import { protectionWords } from '~/texts/states'
import { type Shape, StateMark, type Tone } from '~/ui/state-mark'

const looks: Readonly<Record<ProtectionState, { readonly tone: Tone; readonly shape: Shape }>> = {
  'not-protected': { tone: 'warning', shape: 'shield-off' },
  scheduled: { tone: 'neutral', shape: 'shield-clock' },
  protected: { tone: 'good', shape: 'shield-check' },
  running: { tone: 'running', shape: 'running' },
  failed: { tone: 'bad', shape: 'shield-cross' },
  restoring: { tone: 'running', shape: 'restore' },
  unknown: { tone: 'unknown', shape: 'question' },
}

/** How the VM is protected, by its policies, what runs, and the newest outcome of the trail. */
export function VmBadge({ situation: { vm, task } }: { readonly situation: Situation }) {
  const trail = useQuery(recentOutcomes())
  const state = protectionOf(vm, {
    outcome: trail.data?.outcomes.find((one) => one.vmId === vm.id) ?? null,
    task,
    outcomesKnown: trail.data?.complete ?? false,
  })
  return <StateMark {...looks[state]} label={protectionWords(state)} look="pill" />
}
