import type { VirtualMachine, VmState } from '~/domain/virtual-machine'
import { vmStateWords } from '~/texts/states'
import { type MarkLook, StateMark } from '~/ui/state-mark'

const vmLooks: Readonly<Record<VmState, MarkLook>> = {
  'not-deployed': { tone: 'neutral', shape: 'outline' },
  allocated: { tone: 'neutral', shape: 'outline' },
  configured: { tone: 'neutral', shape: 'outline' },
  on: { tone: 'good', shape: 'play' },
  paused: { tone: 'warning', shape: 'pause' },
  off: { tone: 'neutral', shape: 'stop' },
  locked: { tone: 'running', shape: 'running' },
  unknown: { tone: 'unknown', shape: 'question' },
}

/** The state of a VM: a shape of its own and words. */
export const VmStateMark = ({ vm, look }: { readonly vm: VirtualMachine; readonly look?: 'text' | 'pill' }) => (
  <StateMark {...vmLooks[vm.state]} label={vmStateWords(vm)} {...(look && { look })} />
)
