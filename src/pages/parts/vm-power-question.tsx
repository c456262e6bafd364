import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'

import type { ApiError } from '~/api/error'
import { deploy, setPower } from '~/api/queries/power'
import { described } from '~/api/queries/requests'
import { mayDeploy, mayPower } from '~/domain/may-power'
import type { Situation } from '~/domain/situation'
import type { Verdict } from '~/domain/verdict'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import { Answers, Dialog } from './dialog'
import { AsRequest } from './requests/as-request'
import { standingError } from './standing-error'
import { useAsk } from './use-ask'
import { UserText } from './user-text'

interface DialogProps {
  readonly situation: Situation
  readonly opened: boolean
  readonly onClose: () => void
}

type QuestionProps = Omit<DialogProps, 'opened'>

/** Before a VM is switched off: what that does to what runs in it. */
export const PowerOffDialog = ({ opened, ...rest }: DialogProps) => (
  <Dialog title={m.vm_power_off_title()} opened={opened} onClose={rest.onClose}>
    <PowerOff {...rest} />
  </Dialog>
)

/** Before a VM is switched on, where its own page with its own button is not on the screen. */
export const PowerOnDialog = ({ opened, ...rest }: DialogProps) => (
  <Dialog title={m.palette_power_on_title()} opened={opened} onClose={rest.onClose}>
    <PowerOn {...rest} />
  </Dialog>
)

/** Before a VM is made in its hypervisor, where its own page with its own button is not on the screen. */
export const DeployDialog = ({ opened, ...rest }: DialogProps) => (
  <Dialog title={m.palette_deploy_title()} opened={opened} onClose={rest.onClose}>
    <DeployIt {...rest} />
  </Dialog>
)

function PowerOff({ situation, onClose }: QuestionProps) {
  const request = useMutation(setPower(situation.vm.id))
  const ask = useAsk(situation.vm, 'power-off', request)
  return (
    <Question
      name={situation.vm.name}
      text={m.vm_power_off_text()}
      answer={m.vm_power_off()}
      verdict={mayPower(situation, 'off')}
      harms
      request={request}
      told={described(['power-off', situation.vm.id], (describe) => describe.setPower(situation.vm.id, 'off'))}
      onClose={onClose}
      onSend={() => ask('off', onClose)}
    />
  )
}

function PowerOn({ situation, onClose }: QuestionProps) {
  const request = useMutation(setPower(situation.vm.id))
  const ask = useAsk(situation.vm, 'power-on', request)
  return (
    <Question
      name={situation.vm.name}
      text={m.palette_power_on_text()}
      answer={m.vm_power_on()}
      verdict={mayPower(situation, 'on')}
      request={request}
      told={described(['power-on', situation.vm.id], (describe) => describe.setPower(situation.vm.id, 'on'))}
      onClose={onClose}
      onSend={() => ask('on', onClose)}
    />
  )
}

function DeployIt({ situation, onClose }: QuestionProps) {
  const request = useMutation(deploy(situation.vm.id))
  const ask = useAsk(situation.vm, 'deploy', request)
  return (
    <Question
      name={situation.vm.name}
      text={m.palette_deploy_text()}
      answer={m.vm_deploy()}
      verdict={mayDeploy(situation)}
      request={request}
      told={described(['deploy', situation.vm.id], (describe) => describe.deploy(situation.vm.id))}
      onClose={onClose}
      onSend={() => ask(undefined, onClose)}
    />
  )
}

/** Which VM, what happens to it, and one request for one decision. */
function Question({
  name,
  text,
  answer,
  verdict,
  harms = false,
  request: { isPending, error: failed, submittedAt },
  told,
  onClose,
  onSend,
}: {
  readonly name: string
  readonly text: string
  readonly answer: string
  readonly verdict: Verdict
  readonly harms?: boolean
  readonly request: { readonly isPending: boolean; readonly error: ApiError | null; readonly submittedAt: number }
  readonly told: ReturnType<typeof described>
  readonly onClose: () => void
  readonly onSend: () => void
}) {
  const error = standingError(failed)
  return (
    <>
      <strong>
        <UserText identity>{name}</UserText>
      </strong>
      <Text size="sm">{text}</Text>
      <FormError error={error && explainError(error)} />
      <AsRequest sentAt={submittedAt} described={told} />
      <Answers onClose={onClose}>
        <Action verdict={explain(verdict)} loading={isPending} onClick={onSend} {...(harms && { color: 'red.9' })}>
          {answer}
        </Action>
      </Answers>
    </>
  )
}
