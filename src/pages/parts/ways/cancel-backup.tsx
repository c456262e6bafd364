import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { cancelBackup } from '~/api/queries/protection'
import { described } from '~/api/queries/requests'
import { mayCancelBackup } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import type { Task } from '~/domain/task'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import { useLeft } from '~/ui/use-left'

const running = {
  action: m.ways_cancel,
  title: m.ways_cancel_title,
  text: m.ways_cancel_text,
  confirm: m.ways_cancel_confirm,
  keep: m.ways_cancel_keep,
} as const
const standing = {
  action: m.ways_take_back,
  title: m.ways_take_back,
  text: m.ways_take_back_text,
  confirm: m.ways_take_back,
  keep: m.common_cancel,
} as const

const wordsOf = (task: Task) => (task.standing ? standing : running)

/** Stops the backup that runs on a VM, where the platform can; takes back one that was asked for and has not begun. */
export function CancelBackup({ situation }: { readonly situation: Situation }) {
  const { site, task, vm } = situation
  const [seen, setSeen] = useState<Task | null>(null)
  const request = useMutation(cancelBackup(vm.id))
  const error = standingError(request.error)
  const once = useOnce()
  const close = (): void => {
    setSeen(null)
    request.reset()
  }
  // It stands above all parts of the VM's backups, and outlives each of them.
  useLeft(seen !== null, close)
  if (task?.kind !== 'backup' || !(task.standing ? task.standing === 'once' : site.ways.cancel)) return null
  // What is asked about stays what it was, whatever begins or ends meanwhile.
  const asked = seen ?? task
  const words = wordsOf(asked)
  const send = (): void =>
    once(async () => {
      await request.mutateAsync(asked.id)
      close()
    })
  return (
    <>
      <Action verdict={explain(mayCancelBackup(situation))} variant="default" onClick={() => setSeen(task)}>
        {wordsOf(task).action()}
      </Action>
      <ConfirmDialog
        title={words.title()}
        opened={seen !== null}
        confirmLabel={words.confirm()}
        cancelLabel={words.keep()}
        busy={request.isPending}
        error={error && explainError(error)}
        onConfirm={send}
        onClose={close}
      >
        <p>{words.text()}</p>
        <AsRequest
          sentAt={request.submittedAt}
          described={described(['cancel', vm.id, asked.id], (describe) => describe.cancelBackup(vm.id, asked.id))}
        />
      </ConfirmDialog>
    </>
  )
}
