import { Button, Code } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useWatch } from 'react-hook-form'

import { mayDefineSchedule } from '~/domain/may-back-up'
import { leavesSchedule } from '~/domain/may-protect'
import type { BackupPolicy } from '~/domain/policy'
import { UserText } from '~/pages/parts/user-text'
import { getLocale, m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { sentence } from '~/texts/schedule-words'
import { Refusal } from '~/ui/action'
import { Notice } from '~/ui/notice'

import { spokenValues, valuesOf } from './policy-assignment'
import { PolicyConfiguration } from './policy-configuration'
import { type PolicyContext, toggleId } from './policy-context'
import { assignmentOf, configurationDraft } from './policy-draft'
import { type PolicyChoice, PolicyPick } from './policy-pick'

import classes from './policy.module.css'

interface PolicyCardProps {
  readonly context: PolicyContext
  readonly policy: BackupPolicy
  /** Where it stands in the form. */
  readonly index: number
  readonly pick: PolicyChoice
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** Whether a policy asks the VM for anything, so that its details are worth opening by themselves. */
export const asksForValues = (policy: BackupPolicy): boolean =>
  policy.configurations.some(
    (configuration) =>
      leavesSchedule(configuration) || (configuration.content === 'vm' && configuration.type === 'filesystem'),
  )

/** One policy: what it is, what it does in sentences, and its details on demand. */
export function PolicyCard({ context, policy, index, pick, open, onOpen }: PolicyCardProps) {
  const drafts = useWatch({ control: context.control, name: `policies.${index}.configurations` })
  const stored = assignmentOf(context.base, policy.id)
  const scheduling = explain(mayDefineSchedule(context.situation.actor))
  const detailsId = `policy-${String(index)}-details`
  return (
    <li className={classes['card']} data-chosen={pick.chosen || undefined} data-pick={!context.readOnly || undefined}>
      <PolicyPick id={`policy-${String(index)}`} name={policy.name} pick={pick} readOnly={context.readOnly}>
        <Button
          id={toggleId(index)}
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={detailsId}
          aria-label={
            open ? m.policies_hide_details_of({ name: policy.name }) : m.policies_show_details_of({ name: policy.name })
          }
          rightSection={open ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
          onClick={() => onOpen(!open)}
        >
          {open ? m.policies_hide_details() : m.policies_show_details()}
        </Button>
      </PolicyPick>
      <div className={classes['inner']}>
        <div className={classes['quiet']}>
          <Code>
            <UserText>{policy.code}</UserText>
          </Code>{' '}
          {policy.description && <UserText>{policy.description}</UserText>}
        </div>
        <ul className={classes['sentences']}>
          {policy.configurations.map((configuration, place) => (
            <li key={configuration.key}>
              {sentence(
                configuration,
                spokenValues(
                  valuesOf(
                    configuration,
                    drafts[place] ?? configurationDraft(configuration.key, undefined),
                    stored?.values.find(({ key }) => key === configuration.key),
                  ),
                  context.situation.site,
                  configuration,
                ),
                getLocale(),
              )}
            </li>
          ))}
        </ul>
        <div id={detailsId} className={classes['details']} hidden={!open}>
          {open && !scheduling.ok && policy.configurations.some(leavesSchedule) && (
            <Notice tone="neutral" title={m.policies_schedule_refused()}>
              <Refusal verdict={scheduling} />
            </Notice>
          )}
          {open &&
            policy.configurations.map((configuration, place) => (
              <PolicyConfiguration
                key={configuration.key}
                context={context}
                place={{ policy: index, configuration: place }}
                configuration={configuration}
                chosen={pick.chosen}
              />
            ))}
        </div>
      </div>
    </li>
  )
}
