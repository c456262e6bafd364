import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { deleteBackup, renameBackup } from '~/api/queries'
import { described } from '~/api/queries/requests'
import type { Backup } from '~/domain/backup'
import { nameProblem } from '~/domain/backup-ways'
import { mayChangeBackup, mayDeleteBackup } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useFollow } from '~/pages/parts/use-follow'
import { useOnce } from '~/pages/parts/use-once'
import { UserText } from '~/pages/parts/user-text'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { nameWords } from '~/texts/name-words'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import { FormError } from '~/ui/form-error'

interface ChangeProps {
  readonly situation: Situation
  readonly backup: Backup
}

/** What can be done to a backup that was made; nothing where the platform has no such thing. */
export function ResultChanges({ situation, backup }: ChangeProps) {
  const { changes } = situation.site.ways
  return (
    <>
      {changes.has('rename') && <Rename situation={situation} backup={backup} />}
      {changes.has('delete') && <Delete situation={situation} backup={backup} />}
    </>
  )
}

function Rename({ situation, backup }: ChangeProps) {
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  return (
    <>
      <Action
        verdict={explain(mayChangeBackup(situation))}
        size="xs"
        variant="default"
        aria-label={m.ways_rename_of({ name: backup.name })}
        onClick={() => setOpened(true)}
      >
        {m.ways_rename()}
      </Action>
      <Dialog title={m.ways_rename_title()} opened={opened} onClose={close}>
        <NewName situation={situation} backup={backup} onClose={close} />
      </Dialog>
    </>
  )
}

function NewName({ situation, backup, onClose }: ChangeProps & { readonly onClose: () => void }) {
  const [name, setName] = useState(backup.chain?.name ?? backup.name)
  const [missed, setMissed] = useState(false)
  const request = useMutation(renameBackup(situation.vm.id, backup.id))
  const once = useOnce()
  const problem = nameProblem(situation.site.ways, name)
  const error = standingError(request.error)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissed(problem !== null)
    if (problem) return
    once(async () => {
      await request.mutateAsync(name.trim())
      onClose()
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      {backup.chain && <p>{m.ways_rename_chain({ n: backup.chain.length })}</p>}
      <TextInput
        label={m.ways_name()}
        value={name}
        autoComplete="off"
        error={missed && nameWords(problem)}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {error && <FormError error={explainError(error)} />}
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['rename', situation.vm.id, backup.id, name], (describe) =>
          describe.renameBackup(situation.vm.id, backup.id, name.trim()),
        )}
      />
      <Answers onClose={onClose}>
        <Action type="submit" verdict={explain(mayChangeBackup(situation))} loading={request.isPending}>
          {m.ways_rename_confirm()}
        </Action>
      </Answers>
    </form>
  )
}

function Delete({ situation, backup }: ChangeProps) {
  const [asking, setAsking] = useState(false)
  const request = useMutation(deleteBackup(situation.vm.id, backup.id))
  const follow = useFollow(situation.vm)
  const error = standingError(request.error)
  const once = useOnce()
  const close = (): void => {
    setAsking(false)
    request.reset()
  }
  return (
    <>
      <Action
        verdict={explain(mayDeleteBackup(situation, backup))}
        size="xs"
        variant="default"
        aria-label={m.ways_delete_of({ name: backup.name })}
        onClick={() => setAsking(true)}
      >
        {m.ways_delete()}
      </Action>
      <ConfirmDialog
        title={m.ways_delete_title()}
        tone="danger"
        opened={asking}
        confirmLabel={m.ways_delete_confirm()}
        busy={request.isPending}
        error={error && explainError(error)}
        onConfirm={() =>
          once(async () => {
            const accepted = await request.mutateAsync()
            follow(accepted, 'delete-backup')
            close()
          })
        }
        onClose={close}
      >
        <UserText identity>{backup.name}</UserText>
        <p>{m.ways_delete_text()}</p>
        <AsRequest
          sentAt={request.submittedAt}
          described={described(['delete', situation.vm.id, backup.id], (describe) =>
            describe.deleteBackup(situation.vm.id, backup.id),
          )}
        />
      </ConfirmDialog>
    </>
  )
}
