import type { ReactNode } from 'react'
import { useController, useWatch } from 'react-hook-form'

import type { BackupType, Periodicity } from '~/domain/policy'
import { IsoField } from '~/pages/parts/iso-field'
import { timeOf } from '~/pages/parts/policy/policy-draft'
import { ClockNote } from '~/pages/parts/policy/schedule-clock'
import { DaysField } from '~/pages/parts/policy/schedule-days'
import { HoursField } from '~/pages/parts/policy/schedule-hours'
import { TimeField } from '~/pages/parts/policy/schedule-time'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/privilege-names'

import type { EditorContext } from './editor-context'
import type { Choice, KindPath } from './fields'
import { kindId } from './kinds'
import { WhoSets } from './who-sets'

/** A kind of backup in the form. */
export interface KindProps {
  readonly context: EditorContext
  readonly type: BackupType
  readonly every: Periodicity
}

/** When a kind of backup runs: who sets each value, and the values that the policy fixes. */
export function KindValues(props: KindProps) {
  switch (props.every) {
    case 'defined-hour':
      return <At {...props} />
    case 'hourly':
      return <Hours {...props} />
    case 'weekly-planned':
      return (
        <>
          <Days {...props} />
          <Time {...props} />
        </>
      )
    case 'daily':
    case 'monthly':
      return <Time {...props} />
  }
}

const usual = ['policy', 'vm', 'system'] as const
const withUnread = [...usual, 'unread'] as const

function helpOf(by: Choice['by'], unread: string): string {
  switch (by) {
    case 'policy':
      return m.offers_by_policy_help()
    case 'vm':
      return m.offers_by_vm_help({ privilege: privilegeWords('backup.schedule') })
    case 'system':
      return m.offers_by_system_help()
    case 'unread':
      return m.offers_by_unread_help({ text: unread })
  }
}

/** Who sets one value, and its input where the policy does. */
function Value({
  context,
  path,
  label,
  children,
}: {
  readonly context: EditorContext
  readonly path: `${KindPath}.${'at' | 'hours' | 'days' | 'time'}`
  readonly label: string
  readonly children: ReactNode
}) {
  const { field } = useController({ control: context.control, name: `${path}.by` })
  const unread = useWatch({ control: context.control, name: `${path}.unread` })
  return (
    <WhoSets
      label={label}
      // What the platform wrote in words of its own can stay as it is.
      ways={unread === '' ? usual : withUnread}
      value={field.value}
      onChange={field.onChange}
      help={helpOf(field.value, unread)}
    >
      {field.value === 'policy' && children}
    </WhoSets>
  )
}

function At({ context, type, every }: KindProps) {
  const path = `kinds.${type}.${every}.at` as const
  const { field } = useController({ control: context.control, name: `${path}.text` })
  const id = kindId(type, every, 'at')
  return (
    <Value context={context} path={path} label={m.offers_who_at()}>
      <IsoField
        id={id}
        label={m.policies_at()}
        value={field.value}
        onChange={field.onChange}
        zone={context.zone}
        problem={context.problemAt(id)}
      />
    </Value>
  )
}

function Hours({ context, type, every }: KindProps) {
  const path = `kinds.${type}.${every}.hours` as const
  const { field } = useController({ control: context.control, name: `${path}.text` })
  return (
    <Value context={context} path={path} label={m.offers_who_hours()}>
      <HoursField
        id={kindId(type, every)}
        value={field.value}
        onChange={field.onChange}
        problem={context.problemAt(kindId(type, every, 'hours'))}
      />
    </Value>
  )
}

function Days({ context, type, every }: KindProps) {
  const path = `kinds.${type}.${every}.days` as const
  const { field } = useController({ control: context.control, name: `${path}.days` })
  return (
    <Value context={context} path={path} label={m.offers_who_days()}>
      <DaysField
        id={kindId(type, every)}
        value={field.value}
        onChange={field.onChange}
        problem={context.problemAt(kindId(type, every, 'days'))}
      />
    </Value>
  )
}

function Time({ context, type, every }: KindProps) {
  const { control, zone, now, problemAt } = context
  const path = `kinds.${type}.${every}.time` as const
  const time = useController({ control, name: `${path}.text` })
  const offset = useController({ control, name: `${path}.offset` })
  return (
    <Value context={context} path={path} label={m.offers_who_time()}>
      <TimeField
        id={kindId(type, every)}
        time={time.field.value}
        onTime={time.field.onChange}
        offset={offset.field.value}
        onOffset={offset.field.onChange}
        zone={zone}
        now={now}
        problems={{
          time: problemAt(kindId(type, every, 'time')),
          offset: problemAt(kindId(type, every, 'offset')),
        }}
      />
      <ClockNote time={timeOf({ time: time.field.value, offset: offset.field.value })} zone={zone} now={now} />
    </Value>
  )
}
