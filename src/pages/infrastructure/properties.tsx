import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'

import { manager as managerOf, properties as propertiesOf, systemTypes } from '~/api/queries/infrastructure'
import { described } from '~/api/queries/requests'
import { type BackupProperties, type BackupSystem, switches } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import { maySaveBackupSide } from '~/domain/may-save'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { Freshness } from '~/pages/parts/freshness'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { TwoVersions } from '~/pages/parts/two-versions'
import { useAdministration } from '~/pages/parts/use-administration'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { switchName, switchState } from '~/texts/switch-words'
import { Action } from '~/ui/action'
import { ErrorPanel } from '~/ui/error-panel'
import { FormError } from '~/ui/form-error'
import { Notice } from '~/ui/notice'
import { notify } from '~/ui/notify'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { UnsavedGuard } from '~/ui/use-unsaved-guard'

import { type PropertiesForm, usePropertiesForm } from './properties-form'
import { SwitchRow } from './properties-switch'
import { explainSave } from './save-words'
import { systemOf } from './system-of'

import classes from './properties.module.css'

/** The switches of a datacenter that shape what its tenants may do. */
export function Component() {
  const datacenter = useDatacenterInView()
  const found = useQuery(propertiesOf(datacenter.id))
  const connection = useQuery(managerOf(datacenter.id))
  const types = useQuery(systemTypes())
  const system = connection.data ? systemOf(types.data, connection.data.type) : null
  return (
    <Panel
      title={m.infrastructure_properties_title()}
      text={m.infrastructure_properties_text({ datacenter: datacenter.name })}
      actions={found.data && <Freshness reading={found} />}
    >
      <title>
        {m.common_document_title({
          page: m.infrastructure_document_title({ part: m.infrastructure_tab_properties(), name: datacenter.name }),
        })}
      </title>
      {found.data && <Editor datacenter={datacenter} latest={found.data} system={system} />}
      {found.isPending && <SkeletonRows rows={4} height={72} />}
      {!found.data && found.error && (
        <ErrorPanel
          error={explainError(found.error)}
          onRetry={() => void found.refetch()}
          retrying={found.isFetching}
        />
      )}
    </Panel>
  )
}

function Editor({
  datacenter,
  latest,
  system,
}: {
  readonly datacenter: Datacenter
  readonly latest: BackupProperties
  readonly system: BackupSystem | null
}) {
  const form = usePropertiesForm(datacenter, latest)
  const verdict = maySaveBackupSide(useAdministration(), form.changed.length > 0)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!verdict.ok || form.conflicts) return
    form.save(() => notify({ tone: 'good', title: m.infrastructure_properties_saved({ name: datacenter.name }) }))
  }
  return (
    <form noValidate onSubmit={save} className={classes['form']}>
      <UnsavedGuard dirty={form.changed.length > 0} sending={form.saving} />
      {form.conflicts && (
        <TwoVersions
          rows={switches
            .filter((which) => form.rules[which] !== latest.rules[which])
            .map((which) => ({
              label: switchName(which),
              mine: form.changed.includes(which)
                ? switchState(form.rules[which])
                : m.infrastructure_version_untouched(),
              theirs: switchState(latest.rules[which]),
            }))}
          onMine={form.keepMine}
          onTheirs={form.takeTheirs}
        />
      )}
      <ul className={classes['rows']}>
        {switches.map((which) => (
          <SwitchRow key={which} which={which} form={form} datacenter={datacenter} system={system} />
        ))}
      </ul>
      {form.arrived && <Notice tone="good" title={m.infrastructure_save_arrived()} announce="status" />}
      <FormError error={form.error && explainSave(form.error)} />
      <div className={classes['foot']}>
        <WillChange form={form} />
        {form.changed.length > 0 && (
          <AsRequest
            sentAt={form.failedAt}
            described={described(['properties', datacenter.id, form.rules, form.basedOn], (describe) =>
              describe.changeProperties(datacenter.id, form.rules, form.basedOn),
            )}
          />
        )}
        <div className={classes['bar']}>
          <Action type="submit" verdict={explain(verdict)} loading={form.saving}>
            {m.infrastructure_properties_save()}
          </Action>
          {form.changed.length > 0 && (
            <Button variant="subtle" onClick={form.takeTheirs}>
              {m.infrastructure_discard()}
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}

/** What a save would do, before it is done. */
const WillChange = ({ form: { changed, known, rules } }: { readonly form: PropertiesForm }) => (
  <div aria-live="polite">
    {changed.length > 0 && (
      <>
        <h3 className={classes['name']}>{m.infrastructure_properties_will()}</h3>
        <ul className={classes['will']}>
          {changed.map((which) => (
            <li key={which}>
              {m.infrastructure_properties_change({
                name: switchName(which),
                before: switchState(known[which]),
                after: switchState(rules[which]),
              })}
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)
