import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'

import { described } from '~/api/queries/requests'
import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import { managerFaults } from '~/domain/check-manager'
import type { Datacenter } from '~/domain/datacenter'
import { mayCreateManager } from '~/domain/may-administer'
import { maySaveBackupSide } from '~/domain/may-save'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { useAdministration } from '~/pages/parts/use-administration'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'
import { Notice } from '~/ui/notice'
import { notify } from '~/ui/notify'
import { Panel } from '~/ui/page'
import { UnsavedGuard } from '~/ui/use-unsaved-guard'

import { ManagerFields } from './manager-fields'
import { useManagerForm } from './manager-form'
import { TypeChoice, TypeKept } from './manager-type'
import { ManagerVersions } from './manager-versions'
import { explainSave } from './save-words'

import classes from './manager.module.css'

/** Connects a datacenter to its backup system, or changes the connection. */
export function ManagerEditor({
  datacenter,
  latest,
  types,
}: {
  readonly datacenter: Datacenter
  readonly latest: BackupManager | null
  readonly types: readonly BackupSystemType[]
}) {
  const administration = useAdministration()
  const form = useManagerForm(datacenter, latest, types)
  const [tried, setTried] = useState(false)
  const { known, draft } = form
  const faults = managerFaults(draft, form.system, known)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const [first] = faults
    if (first) {
      // The words stand there before the focus comes.
      flushSync(() => setTried(true))
      form.form.setFocus(first)
      return
    }
    if (form.conflicts || (known && !form.dirty)) return
    form.save(() => {
      setTried(false)
      notify({
        tone: 'good',
        title: known
          ? m.infrastructure_manager_saved({ name: draft.name })
          : m.infrastructure_manager_created({ name: draft.name, datacenter: datacenter.name }),
      })
    })
  }
  const verdict = known
    ? maySaveBackupSide(administration, form.dirty)
    : mayCreateManager(administration, datacenter, null)
  // A plug-in that is not loaded is a matter of the type, and of nothing else.
  const unloaded = form.error?.code === 'BC-38'
  return (
    <Panel
      title={
        known ? m.infrastructure_manager_title() : m.infrastructure_manager_connect({ datacenter: datacenter.name })
      }
    >
      <UnsavedGuard dirty={form.dirty} sending={form.saving} />
      <form noValidate onSubmit={save} className={classes['form']}>
        {form.conflicts && <ManagerVersions form={form} latest={latest} types={types} />}
        {known ? (
          <TypeKept type={known.type} system={form.system} />
        ) : (
          <TypeChoice
            form={form}
            types={types}
            error={tried && faults.includes('type') ? m.infrastructure_manager_type_missing() : null}
          />
        )}
        {draft.type === '' ? (
          <p className={classes['soft']}>{m.infrastructure_manager_type_first()}</p>
        ) : (
          <ManagerFields form={form} datacenter={datacenter.name} faults={faults} tried={tried} />
        )}
        {form.arrived && <Notice tone="good" title={m.infrastructure_save_arrived()} announce="status" />}
        {!unloaded && <FormError error={form.error && explainSave(form.error)} />}
        {unloaded && form.error && (
          <FormError
            error={{ ...explainSave(form.error), title: m.infrastructure_manager_unloaded({ type: draft.type }) }}
          />
        )}
        {form.dirty && (
          <AsRequest
            sentAt={form.failedAt}
            described={described(
              // The password is no part of a key, which is kept.
              ['manager', datacenter.id, known?.revision, { ...draft, password: draft.password !== null }],
              (describe) =>
                known
                  ? describe.changeManager(datacenter.id, known.id, draft, known.revision)
                  : describe.createManager(datacenter.id, draft),
            )}
          />
        )}
        <div className={classes['bar']}>
          <Action type="submit" verdict={explain(verdict)} loading={form.saving}>
            {known ? m.infrastructure_manager_save() : m.infrastructure_manager_create()}
          </Action>
          {form.dirty && (
            <Button variant="subtle" onClick={form.takeTheirs}>
              {m.infrastructure_discard()}
            </Button>
          )}
          <p className={classes['soft']}>{m.infrastructure_manager_untested()}</p>
        </div>
      </form>
    </Panel>
  )
}
