import type { VirtualMachine } from '~/domain/virtual-machine'
import { BackUpNowDialog } from '~/pages/parts/back-up-now'
import { useSituation } from '~/pages/parts/use-situation'
import { DeployDialog, PowerOffDialog, PowerOnDialog } from '~/pages/parts/vm-power-question'
import { UndeployDialog } from '~/pages/parts/vm-undeploy'
import { DatacenterClock } from '~/ui/clock'

import type { Question } from './palette-entry'

/** What is asked about, and of which VM. */
export interface Asked {
  readonly what: Question
  readonly vm: VirtualMachine
  readonly opened: boolean
}

const dialogs = {
  'back-up-now': BackUpNowDialog,
  'power-on': PowerOnDialog,
  'power-off': PowerOffDialog,
  deploy: DeployDialog,
  undeploy: UndeployDialog,
} as const

/** The same dialog that the button of the VM's page opens. */
export function Ask({ asked: { what, vm, opened }, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { situation } = useSituation(vm)
  const Dialog = dialogs[what]
  return (
    <DatacenterClock zone={vm.timeZone}>
      <Dialog situation={situation} opened={opened} onClose={onClose} />
    </DatacenterClock>
  )
}
