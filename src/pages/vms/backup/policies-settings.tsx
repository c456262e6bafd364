import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { backupSettings, saveBackupSettings } from '~/api/queries/protection'
import { described } from '~/api/queries/requests'
import type { BackupSettings, Setting } from '~/domain/backup-settings'
import { mayChangePolicies } from '~/domain/may-protect'
import type { Situation } from '~/domain/situation'
import { no } from '~/domain/verdict'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { ErrorPanel } from '~/ui/error-panel'
import { FormError } from '~/ui/form-error'
import { notify } from '~/ui/notify'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { isWrong, SettingEntry } from './policies-setting-entry'

import classes from './restore.module.css'

/** What a VM decides of its own backups beyond when they run; nothing where the platform has no such thing. */
export function PoliciesSettings({ situation }: { readonly situation: Situation }) {
  const has = situation.site.ways.settings
  const found = useQuery({ ...backupSettings(situation.vm.id), enabled: has })
  if (!has) return null
  return (
    <div className={classes['below']}>
      <Panel title={m.ways_settings_title()}>
        {found.data && <Form situation={situation} settings={found.data} />}
        {found.isPending && <SkeletonRows rows={3} label={m.ways_settings_loading()} />}
        {found.error && !found.data && (
          <ErrorPanel error={explainError(found.error)} onRetry={() => void found.refetch()} />
        )}
      </Panel>
    </div>
  )
}

function Form({ situation, settings }: { readonly situation: Situation; readonly settings: BackupSettings }) {
  const [entries, setEntries] = useState<readonly Setting[]>([])
  const [opened, setOpened] = useState(settings.revision)
  const [missed, setMissed] = useState(false)
  const request = useMutation(saveBackupSettings(situation.vm.id))
  const error = standingError(request.error)
  const once = useOnce()
  // What someone else saves meanwhile joins in, and takes nothing away that was entered.
  const entered = settings.settings.map((there) => entries.find(({ key }) => key === there.key) ?? there)
  // What is no number is written as nothing there.
  const changed = entered.some(isWrong) || JSON.stringify(entered) !== JSON.stringify(settings.settings)
  const allowed = mayChangePolicies(situation)
  const verdict = allowed.ok && !changed ? no({ code: 'nothing-changed' }) : allowed
  // A save over what someone else saved since the first entry is refused once; whoever sends it again has seen theirs.
  const basedOn = error?.kind === 'stale' ? settings.revision : opened
  const put = (next: Setting): void => {
    if (!changed) setOpened(settings.revision)
    setEntries([...entries.filter(({ key }) => key !== next.key), next])
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const wrong = entered.some(isWrong)
    setMissed(wrong)
    if (wrong || !verdict.ok) return
    once(async () => {
      await request.mutateAsync({ settings: entered, basedOn })
      setEntries([])
      notify({ tone: 'good', title: m.ways_settings_saved() })
    })
  }
  return (
    <form onSubmit={submit} className={classes['settings']} noValidate>
      {entered.map((setting) => (
        <SettingEntry key={setting.key} setting={setting} missed={missed} onChange={put} />
      ))}
      {error && <FormError error={explainError(error)} />}
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['settings', situation.vm.id, entered], (describe) =>
          describe.saveSettings(situation.vm.id, entered, basedOn),
        )}
      />
      <div>
        <Action type="submit" verdict={explain(verdict)} loading={request.isPending}>
          {m.ways_settings_save()}
        </Action>
      </div>
    </form>
  )
}
