import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'

import { restore } from '~/api/queries/protection'
import { described } from '~/api/queries/requests'
import type { Backup } from '~/domain/backup'
import type { RestoreOrder } from '~/domain/backup-ways'
import { mayRestore } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { UnknownOutcome } from '~/pages/parts/unknown-outcome'
import { useAsk } from '~/pages/parts/use-ask'
import { useUnanswered } from '~/pages/parts/use-unanswered'
import { explainError } from '~/texts/errors'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import classes from './restore.module.css'

/** What a restore can be asked for with; the same for every way that the console itself can go. */
export interface RestoreProps {
  readonly situation: Situation
  readonly backup: Backup
  /** The restore was accepted; null when the platform names no task. */
  readonly onAsked: (task: string | null) => void
}

/** One decision, one request: the fields of a way, what went wrong, the same as a request, and the button that sends it. */
export function RestoreForm({
  situation,
  backup,
  onAsked,
  order,
  isRight,
  onTried,
  label,
  harms = false,
  children,
}: RestoreProps & {
  readonly order: RestoreOrder
  /** All that the fields ask for is there. */
  readonly isRight: boolean
  /** Someone pressed the button: from now on the fields say what is missing. */
  readonly onTried: () => void
  readonly label: string
  readonly harms?: boolean
  readonly children: ReactNode
}) {
  const { vm } = situation
  const request = useMutation(restore(vm.id))
  const unanswered = useUnanswered(vm.id, 'restore', request.reset)
  const ask = useAsk(vm, 'restore', request)
  const verdict = mayRestore(situation, backup, order.way)
  const refused = standingError(request.error)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!verdict.ok) return
    onTried()
    if (!isRight) return
    ask({ backupId: backup.id, order }, ({ task }) => onAsked(task))
  }
  if (unanswered)
    return (
      <UnknownOutcome
        vmId={vm.id}
        kind="restore"
        sentAt={unanswered.sentAt}
        onFound={(task) => {
          unanswered.settle()
          onAsked(task?.id ?? null)
        }}
        onAgain={unanswered.settle}
      />
    )
  return (
    <form onSubmit={submit} className={classes['confirm']} noValidate>
      {children}
      {refused && <FormError error={explainError(refused)} />}
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['restore', vm.id, backup.id, order], (describe) =>
          describe.restore(vm.id, backup.id, order),
        )}
      />
      <div>
        <Action type="submit" verdict={explain(verdict)} loading={request.isPending} {...(harms && { color: 'red.9' })}>
          {label}
        </Action>
      </div>
    </form>
  )
}
