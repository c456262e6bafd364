import { Text } from '@mantine/core'
import { IconPower, IconRocketOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMatch } from 'react-router'

import { setPower } from '~/api/queries'
import { mayPower, mayUndeploy } from '~/domain/may-power'
import type { Situation } from '~/domain/situation'
import { isDeployed } from '~/domain/virtual-machine'
import { BackUpNow } from '~/pages/parts/back-up-now'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { useFollow } from '~/pages/parts/use-follow'
import { useOnce } from '~/pages/parts/use-once'
import { UserText } from '~/pages/parts/user-text'
import { Deploy, PowerOn } from '~/pages/parts/vm-power'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { ErrorPanel } from '~/ui/error-panel'

import { UndeployDialog } from './detail-undeploy'

/** What may be done with a VM from its page. Each button stays visible and says why when it may not. */
export function VmActions({ situation, settled }: { readonly situation: Situation; readonly settled: boolean }) {
  const [asking, setAsking] = useState<'power-off' | 'undeploy' | null>(null)
  const close = (): void => setAsking(null)
  const { vm } = situation
  // The backup area has this button of its own, top right.
  const inBackup = useMatch('/vms/:id/backup/*') !== null
  const off = vm.state === 'off' || !isDeployed(vm)
  return (
    <>
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
      {isDeployed(vm) ? (
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
      {!inBackup && <BackUpNow situation={situation} settled={settled} primary />}
      <Dialog title={m.vm_power_off_title()} opened={asking === 'power-off'} onClose={close}>
        <PowerOffQuestion situation={situation} onClose={close} />
      </Dialog>
      <UndeployDialog situation={situation} opened={asking === 'undeploy'} onClose={close} />
    </>
  )
}

function PowerOffQuestion({ situation, onClose }: { readonly situation: Situation; readonly onClose: () => void }) {
  const { vm } = situation
  const request = useMutation(setPower(vm.id))
  const once = useOnce()
  const follow = useFollow(vm)
  const send = (): void =>
    once(async () => {
      follow(await request.mutateAsync('off'), 'power-off')
      onClose()
    })
  return (
    <>
      <strong>
        <UserText identity>{vm.name}</UserText>
      </strong>
      <Text size="sm">{m.vm_power_off_text()}</Text>
      {request.error && <ErrorPanel error={explainError(request.error)} />}
      <Answers onClose={onClose}>
        <Action verdict={explain(mayPower(situation, 'off'))} color="red.9" loading={request.isPending} onClick={send}>
          {m.vm_power_off()}
        </Action>
      </Answers>
    </>
  )
}
