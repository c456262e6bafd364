import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { renameBackup } from '~/api/queries/protection'
import { described } from '~/api/queries/requests'
import type { Backup } from '~/domain/backup'
import { nameProblem } from '~/domain/backup-ways'
import { mayChangeBackup, mayDeleteBackup } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { nameWords } from '~/texts/name-words'
import { explain } from '~/texts/reasons'
import { Action, type Explained } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import type { Choosing } from './use-deletion'

interface ChangeProps {
  readonly situation: Situation
  readonly backup: Backup
}

/** One deletion goes after the other. */
const deleting = (): Explained => ({
  ok: false,
  because: m.ways_deleting_now(),
  who: null,
  mend: m.ways_deleting_wait(),
})

/** What can be done to a backup that was made; nothing where the platform has no such thing. */
export function ResultChanges({ situation, backup, choosing }: ChangeProps & { readonly choosing: Choosing }) {
  const { changes } = situation.site.ways
  return (
    <>
      {changes.has('rename') && <Rename situation={situation} backup={backup} />}
      {changes.has('delete') && (
        <Action
          verdict={choosing.busy ? deleting() : explain(mayDeleteBackup(situation))}
          size="xs"
          variant="default"
          aria-label={m.ways_delete_of({ name: backup.name })}
          onClick={() => choosing.ask([backup])}
        >
          {m.ways_delete()}
        </Action>
      )}
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
