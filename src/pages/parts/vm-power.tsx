import { IconPlayerPlay, IconPower, IconRocket } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'

import { deploy, setPower } from '~/api/queries/power'
import { mayDeploy, mayPower } from '~/domain/may-power'
import type { Situation } from '~/domain/situation'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { notify } from '~/ui/notify'

import { useFollow } from './use-follow'
import { useOnce } from './use-once'

interface PowerProps {
  readonly situation: Situation
  readonly size?: 'xs' | 'sm'
  readonly label?: string
}

/** A button outside a form has no room for an error: it is told in the corner, and stays there until it is closed. */
function tellError(error: Parameters<typeof explainError>[0]): void {
  const { title, detail, next } = explainError(error)
  notify({ tone: 'bad', title, text: [detail, next].filter((part) => part !== null).join(' ') || null })
}

/** Powers the VM on at once. */
export function PowerOn({ situation, size = 'sm', label = m.vm_power_on() }: PowerProps) {
  const request = useMutation({ ...setPower(situation.vm.id), onError: tellError })
  const once = useOnce()
  const follow = useFollow(situation.vm)
  return (
    <Action
      verdict={explain(mayPower(situation, 'on'))}
      variant="default"
      size={size}
      loading={request.isPending}
      leftSection={<IconPlayerPlay size={17} aria-hidden />}
      onClick={() => once(async () => follow(await request.mutateAsync('on'), 'power-on'))}
    >
      {label}
    </Action>
  )
}

/** Powers the VM off at once. Say beside it what that does to what runs in the VM. */
export function PowerOff({ situation, size = 'sm', label = m.vm_power_off() }: PowerProps) {
  const request = useMutation({ ...setPower(situation.vm.id), onError: tellError })
  const once = useOnce()
  const follow = useFollow(situation.vm)
  return (
    <Action
      verdict={explain(mayPower(situation, 'off'))}
      variant="default"
      size={size}
      loading={request.isPending}
      leftSection={<IconPower size={17} aria-hidden />}
      onClick={() => once(async () => follow(await request.mutateAsync('off'), 'power-off'))}
    >
      {label}
    </Action>
  )
}

/** Deploys the VM at once. */
export function Deploy({ situation, size = 'sm', label = m.vm_deploy() }: PowerProps) {
  const request = useMutation({ ...deploy(situation.vm.id), onError: tellError })
  const once = useOnce()
  const follow = useFollow(situation.vm)
  return (
    <Action
      verdict={explain(mayDeploy(situation))}
      variant="default"
      size={size}
      loading={request.isPending}
      leftSection={<IconRocket size={17} aria-hidden />}
      onClick={() => once(async () => follow(await request.mutateAsync(), 'deploy'))}
    >
      {label}
    </Action>
  )
}
