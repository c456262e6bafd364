import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'

import { queryClient } from '~/api/queries'
import { deleteManager, manager as managerOf } from '~/api/queries/infrastructure'
import { described } from '~/api/queries/requests'
import type { BackupManager } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { mayChangeBackupSide } from '~/domain/may-administer'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useAdministration } from '~/pages/parts/use-administration'
import { useOnce } from '~/pages/parts/use-once'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import { notify } from '~/ui/notify'
import { Panel } from '~/ui/page'

import { protectedLink } from './links'
import { explainDelete } from './save-words'
import { useSight } from './use-sight'

import classes from './manager.module.css'

/** Takes the connection away, after everything that this means was said. */
export function ManagerDelete({
  datacenter,
  manager,
}: {
  readonly datacenter: Datacenter
  readonly manager: BackupManager
}) {
  const [asking, setAsking] = useState(false)
  const once = useOnce()
  const word = manager.name.trim() || manager.type
  const tell = (): void =>
    void notify({ tone: 'good', title: m.infrastructure_delete_done({ name: word, datacenter: datacenter.name }) })
  const deletion = useMutation({
    ...deleteManager(datacenter.id),
    onError: async ({ kind }) => {
      if (kind !== 'not-found' && kind !== 'unknown-outcome') return
      const { queryKey } = managerOf(datacenter.id)
      await queryClient.invalidateQueries({ queryKey })
      // Nobody may have to guess it from a page that is another one now, and that this question went with.
      if (queryClient.getQueryData(queryKey) === null) tell()
      void queryClient.invalidateQueries()
    },
  })
  const error = standingError(deletion.error)
  const close = (): void => {
    setAsking(false)
    deletion.reset()
  }
  return (
    <Panel title={m.infrastructure_delete_title()} text={m.infrastructure_delete_text({ datacenter: datacenter.name })}>
      <Action
        variant="default"
        verdict={explain(mayChangeBackupSide(useAdministration()))}
        onClick={() => setAsking(true)}
      >
        {m.infrastructure_delete_ask()}
      </Action>
      <ConfirmDialog
        opened={asking}
        title={m.infrastructure_delete_question({ name: word })}
        confirmLabel={m.infrastructure_delete_confirm()}
        typed={{ word, label: m.infrastructure_delete_typed({ word }) }}
        tone="danger"
        busy={deletion.isPending}
        error={error && explainDelete(error)}
        onClose={close}
        onConfirm={() =>
          once(async () => {
            await deletion.mutateAsync(manager.id)
            setAsking(false)
            tell()
          })
        }
      >
        <Meaning datacenter={datacenter} />
        <AsRequest
          sentAt={deletion.submittedAt}
          described={described(['delete-manager', datacenter.id, manager.id], (describe) =>
            describe.deleteManager(datacenter.id, manager.id),
          )}
        />
      </ConfirmDialog>
    </Panel>
  )
}

/** What a datacenter is without its connection; what nobody can know is said as well. */
function Meaning({ datacenter }: { readonly datacenter: Datacenter }) {
  const coverage = useSight().coverageOf(datacenter)
  return (
    <ul className={classes['meaning']}>
      <li>
        {coverage.state === 'read' ? (
          <>
            {coverage.value.withPolicy === 0
              ? m.infrastructure_delete_no_vms({ datacenter: datacenter.name })
              : m.infrastructure_delete_vms({ n: coverage.value.withPolicy, datacenter: datacenter.name })}{' '}
            {!coverage.whole && `${m.infrastructure_delete_vms_more()} `}
            {coverage.value.withPolicy > 0 && (
              <Link to={protectedLink(datacenter)} className={classes['link']}>
                {m.infrastructure_delete_vms_link()}
              </Link>
            )}
          </>
        ) : (
          m.infrastructure_delete_vms_unseen({ datacenter: datacenter.name })
        )}
      </li>
      <li>{m.infrastructure_delete_fails()}</li>
      <li>{m.infrastructure_delete_schedules()}</li>
      <li>{m.infrastructure_delete_other_type()}</li>
      <li>{m.infrastructure_delete_password()}</li>
    </ul>
  )
}
