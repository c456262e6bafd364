import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { restore } from '~/api/queries'
import { described } from '~/api/queries/requests'
import type { Backup } from '~/domain/backup'
import { mayRestore } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { UnknownOutcome } from '~/pages/parts/unknown-outcome'
import { useFollow } from '~/pages/parts/use-follow'
import { useOnce } from '~/pages/parts/use-once'
import { sameName, UserText } from '~/pages/parts/user-text'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import classes from './restore.module.css'

/** The name of the VM, typed because its disks are overwritten, and then one request. */
export function RestoreConfirm({
  situation,
  backup,
  onAsked,
}: {
  readonly situation: Situation
  readonly backup: Backup
  readonly onAsked: (task: string | null) => void
}) {
  const { vm } = situation
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState(false)
  const request = useMutation(restore(vm.id))
  const once = useOnce()
  const follow = useFollow(vm)
  const verdict = mayRestore(situation, backup, 'in-place')
  const agrees = sameName(typed, vm.name)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!verdict.ok) return
    setMissed(!agrees)
    if (!agrees) return
    once(async () => {
      const accepted = await request.mutateAsync({ backupId: backup.id })
      follow(accepted, 'restore')
      onAsked(accepted.task)
    })
  }
  if (request.error?.kind === 'unknown-outcome')
    return (
      <UnknownOutcome
        vmId={vm.id}
        kind="restore"
        sentAt={request.submittedAt}
        onFound={(task) => onAsked(task.id)}
        onAgain={() => request.reset()}
      />
    )
  return (
    <form onSubmit={submit} className={classes['confirm']} noValidate>
      <TextInput
        label={m.restore_type_name()}
        description={
          <>
            {m.restore_type_hint()} <UserText identity>{vm.name}</UserText>
          </>
        }
        value={typed}
        autoComplete="off"
        spellCheck={false}
        error={missed && !agrees && m.restore_type_wrong()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {request.error && <FormError error={explainError(request.error)} />}
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['restore', vm.id, backup.id], (describe) => describe.restore(vm.id, backup.id))}
      />
      <div>
        <Action type="submit" verdict={explain(verdict)} color="red.9" loading={request.isPending}>
          {m.restore_confirm()}
        </Action>
      </div>
    </form>
  )
}
