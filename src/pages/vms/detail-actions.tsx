import { IconPower, IconRocketOff } from '@tabler/icons-react'
import { useState } from 'react'

import { mayPower, mayUndeploy } from '~/domain/may-power'
import type { Situation } from '~/domain/situation'
import { isDeployed } from '~/domain/virtual-machine'
import { BackUpNow } from '~/pages/parts/back-up-now'
import { Deploy, PowerOn } from '~/pages/parts/vm-power'
import { PowerOffDialog } from '~/pages/parts/vm-power-question'
import { UndeployDialog } from '~/pages/parts/vm-undeploy'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'

import { VmRequests } from './detail-requests'

/** What may be done with a VM from its page. Each button stays visible and says why when it may not. */
export function VmActions({ situation, settled }: { readonly situation: Situation; readonly settled: boolean }) {
  const [asking, setAsking] = useState<'power-off' | 'undeploy' | null>(null)
  const close = (): void => setAsking(null)
  const { vm, actor } = situation
  const off = vm.state === 'off' || !isDeployed(vm)
  return (
    <>
      {off && <VmRequests vm={vm} />}
      {off ? (
        <PowerOn situation={situation} />
      ) : (
        <Action
          verdict={explain(mayPower(situation, 'off'))}
          variant="default"
          leftSection={<IconPower size={17} aria-hidden />}
          onClick={() => setAsking('power-off')}
        >
          {m.vm_power_off()}
        </Action>
      )}
      {actor.absent.has('vm.deploy') ? null : isDeployed(vm) ? (
        <Action
          verdict={explain(mayUndeploy(situation))}
          variant="default"
          leftSection={<IconRocketOff size={17} aria-hidden />}
          onClick={() => setAsking('undeploy')}
        >
          {m.vm_undeploy()}
        </Action>
      ) : (
        <Deploy situation={situation} />
      )}
      <BackUpNow situation={situation} settled={settled} primary />
      <PowerOffDialog situation={situation} opened={asking === 'power-off'} onClose={close} />
      <UndeployDialog situation={situation} opened={asking === 'undeploy'} onClose={close} />
    </>
  )
}
