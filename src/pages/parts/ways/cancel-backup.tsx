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

/** Stops the backup that runs on a VM, where the platform can. */
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
  if (!site.ways.cancel || task?.kind !== 'backup') return null
  const send = (): void =>
    once(async () => {
      await request.mutateAsync()
      close()
    })
  return (
    <>
      <Action verdict={explain(mayCancelBackup(situation))} variant="default" onClick={() => setAsking(true)}>
        {m.ways_cancel()}
      </Action>
      <ConfirmDialog
        title={m.ways_cancel_title()}
        opened={asking}
        confirmLabel={m.ways_cancel_confirm()}
        cancelLabel={m.ways_cancel_keep()}
        busy={request.isPending}
        error={error && explainError(error)}
        onConfirm={send}
        onClose={close}
      >
        <p>{m.ways_cancel_text()}</p>
        <AsRequest
          sentAt={request.submittedAt}
          described={described(['cancel', vm.id], (describe) => describe.cancelBackup(vm.id))}
        />
      </ConfirmDialog>
    </>
  )
}
