import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { backups, isWhole } from '~/api/queries/backups'
import { undeploy } from '~/api/queries/power'
import { described } from '~/api/queries/requests'
import { isUsable } from '~/domain/backup'
import { mayBackUpNow, mayOpenBackup } from '~/domain/may-back-up'
import { mayUndeploy } from '~/domain/may-power'
import type { Situation } from '~/domain/situation'
import { explainError } from '~/texts/errors'
import { formatAge } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import { BackUpNowDialog } from './back-up-now'
import { Answers, Dialog } from './dialog'
import { AsRequest } from './requests/as-request'
import { standingError } from './standing-error'
import { useAsk } from './use-ask'
import { UserText } from './user-text'

import classes from './vm-undeploy.module.css'

/** Before a VM leaves its hypervisor: what that means for its backups, and a last backup while it is still possible. */
export function UndeployDialog({
  situation,
  opened,
  onClose,
}: {
  readonly situation: Situation
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const [backingUp, setBackingUp] = useState(false)
  return (
    <>
      <Dialog title={m.vm_undeploy_title()} opened={opened} onClose={onClose}>
        <Question
          situation={situation}
          onClose={onClose}
          onBackUp={() => {
            onClose()
            setBackingUp(true)
          }}
        />
      </Dialog>
      <BackUpNowDialog situation={situation} opened={backingUp} onClose={() => setBackingUp(false)} />
    </>
  )
}

function Question({
  situation,
  onClose,
  onBackUp,
}: {
  readonly situation: Situation
  readonly onClose: () => void
  readonly onBackUp: () => void
}) {
  const { vm } = situation
  const request = useMutation(undeploy(vm.id))
  const ask = useAsk(vm, 'undeploy', request)
  const error = standingError(request.error)
  return (
    <>
      <strong>
        <UserText identity>{vm.name}</UserText>
      </strong>
      <div className={classes['text']}>
        <p>{m.vm_undeploy_text()}</p>
        <ul>
          <li>{m.vm_undeploy_schedule()}</li>
          <li>{m.vm_undeploy_results()}</li>
          <li>{m.vm_undeploy_policies()}</li>
        </ul>
        {mayOpenBackup(situation.actor).ok && <RestorePoints situation={situation} />}
      </div>
      <FormError error={error && explainError(error)} />
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['undeploy', vm.id], (describe) => describe.undeploy(vm.id))}
      />
      <Answers onClose={onClose}>
        {mayOpenBackup(situation.actor).ok && (
          <Action verdict={explain(mayBackUpNow(situation))} variant="default" onClick={onBackUp}>
            {m.vm_undeploy_backup_first()}
          </Action>
        )}
        <Action
          verdict={explain(mayUndeploy(situation))}
          color="red.9"
          loading={request.isPending}
          onClick={() => ask(undefined, onClose)}
        >
          {m.vm_undeploy()}
        </Action>
      </Answers>
    </>
  )
}

/** How much would be out of reach. Nothing is said until the results were read. */
function RestorePoints({ situation: { vm, now } }: { readonly situation: Situation }) {
  const results = useQuery(backups(vm.id))
  if (!results.data) return null
  const { rows } = results.data
  const whole = isWhole(results.data)
  const good = rows.filter((backup) => isUsable(backup, now))
  const newest = good[0]?.createdAt
  if (!newest) return <p>{whole ? m.vm_undeploy_no_points() : m.vm_undeploy_no_points_among({ read: rows.length })}</p>
  const points = { n: good.length, age: formatAge(now.getTime() - newest.getTime()) }
  return <p>{whole ? m.vm_undeploy_points(points) : m.vm_undeploy_points_among(points)}</p>
}
