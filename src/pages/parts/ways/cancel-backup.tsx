import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { cancelBackup } from '~/api/queries'
import { described } from '~/api/queries/requests'
import { mayCancelBackup } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
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

/** Stops the backup that runs on a VM, where the platform can; takes back one that was asked for and has not begun. */
export function CancelBackup({ situation }: { readonly situation: Situation }) {
  const { site, task, vm } = situation
  const [asking, setAsking] = useState(false)
  const request = useMutation(cancelBackup(vm.id))
  const error = standingError(request.error)
  const once = useOnce()
  const close = (): void => {
    setAsking(false)
    request.reset()
  }
  // It stands above all parts of the VM's backups, and outlives each of them.
  useLeft(asking, close)
  if (task?.kind !== 'backup' || !(task.standing ? task.standing === 'once' : site.ways.cancel)) return null
  const words = task.standing ? standing : running
  const send = (): void =>
    once(async () => {
      await request.mutateAsync()
      close()
    })
  return (
    <>
      <Action verdict={explain(mayCancelBackup(situation))} variant="default" onClick={() => setAsking(true)}>
        {words.action()}
      </Action>
      <ConfirmDialog
        title={words.title()}
        opened={asking}
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
          described={described(['cancel', vm.id], (describe) => describe.cancelBackup(vm.id))}
        />
      </ConfirmDialog>
    </>
  )
}
