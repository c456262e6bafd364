import { useWatch } from 'react-hook-form'

import { mayChooseDisks } from '~/domain/may-back-up'
import type { BackupConfiguration } from '~/domain/policy'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { configurationTitle } from '~/texts/schedule-words'
import { Action } from '~/ui/action'

import { DiskChoice } from './disk-choice'
import { PathList } from './path-list'
import { fieldId, fieldName, type Place, type PolicyContext } from './policy-context'
import type { ConfigurationDraft } from './policy-draft'
import { PolicyFact } from './policy-fact'
import { ScheduleValues } from './schedule-values'

import classes from './policy.module.css'

interface PolicyConfigurationProps {
  readonly context: PolicyContext
  readonly place: Place
  readonly configuration: BackupConfiguration
  /** Values are entered only for policies that are to protect the VM. */
  readonly chosen: boolean
}

/** One configuration of a policy in full: when it runs and what it copies, by who decides it. */
export function PolicyConfiguration({ context, place, configuration, chosen }: PolicyConfigurationProps) {
  const inner = chosen ? context : { ...context, readOnly: true }
  const titleId = `${fieldId(place)}-title`
  return (
    <section className={classes['configuration']} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes['configurationTitle']}>
        {configurationTitle(configuration)}
      </h3>
      <div className={classes['facts']}>
        <ScheduleValues context={inner} place={place} configuration={configuration} />
        <ContentValues context={inner} place={place} configuration={configuration} />
      </div>
    </section>
  )
}

/** What is in the backup, in words. */
function contentWords(configuration: BackupConfiguration, draft: ConfigurationDraft, context: PolicyContext): string {
  if (configuration.type === 'filesystem')
    return draft.paths.length > 0 ? formatList(draft.paths) : m.policies_not_given()
  if (draft.scope === 'all') return m.policies_disks_all()
  return formatList(
    draft.disks.map((id) => context.disks?.find((disk) => disk.id === id)?.name ?? m.policies_disks_gone()),
  )
}

function ContentValues({ context, place, configuration }: Omit<PolicyConfigurationProps, 'chosen'>) {
  const draft = useWatch({ control: context.control, name: fieldName(place) })
  const { situation, control, disks } = context
  const paths = configuration.type === 'filesystem'
  const label = paths ? m.policies_paths() : m.policies_disks()
  if (configuration.type === 'unknown') return null
  if (configuration.content !== 'vm')
    return (
      <PolicyFact label={label} note={null}>
        {configuration.content === 'system'
          ? m.policies_by_system()
          : configuration.content === 'image-disks'
            ? m.policies_disks_image()
            : m.policies_disks_every()}
      </PolicyFact>
    )
  const words = contentWords(configuration, draft, context)
  if (context.readOnly)
    return (
      <PolicyFact label={label} note={m.policies_by_vm()}>
        {words}
      </PolicyFact>
    )
  if (paths)
    return (
      <PathList
        id={fieldId(place)}
        control={control}
        name={`${fieldName(place)}.paths`}
        os={situation.vm.os}
        problem={context.problemAt(place, 'paths')}
      />
    )
  const verdict = explain(mayChooseDisks(situation.actor, situation.site, configuration))
  if (!verdict.ok || disks === null)
    return (
      <PolicyFact label={label} note={verdict.ok ? m.policies_disks_unread() : verdict.because}>
        {situation.site.system?.can['choose-disks'] === false ? m.policies_disks_always_all() : words}{' '}
        {!verdict.ok && (
          <Action verdict={verdict} size="compact-xs">
            {m.policies_disks_choose()}
          </Action>
        )}
      </PolicyFact>
    )
  return (
    <DiskChoice
      id={fieldId(place)}
      control={control}
      name={fieldName(place)}
      disks={disks}
      problem={context.problemAt(place, 'disks')}
    />
  )
}
