import type { ReactNode } from 'react'

import { mayDefineSchedule } from '~/domain/may-back-up'
import type { Field } from '~/domain/policy'
import { m } from '~/texts/messages'

import type { PolicyContext } from './policy-context'
import { PolicyFact } from './policy-fact'

interface ValueProps<T> {
  readonly context: PolicyContext
  readonly label: string
  readonly field: Field<T>
  readonly print: (value: T) => string
  /** What the VM has or what was entered, in words; null: nothing. */
  readonly current: string | null
  readonly input: ReactNode
}

/** One field by who decides it: decision table 7.4. */
export function ScheduleValue<T>({ context, label, field, print, current, input }: ValueProps<T>) {
  switch (field.by) {
    case 'policy':
      return (
        <PolicyFact label={label} note={m.policies_by_policy()}>
          {print(field.value)}
        </PolicyFact>
      )
    case 'system':
      return (
        <PolicyFact label={label} note={null}>
          {m.policies_by_system()}
        </PolicyFact>
      )
    case 'unread':
      return (
        <PolicyFact label={label} note={m.policies_unread()}>
          {field.text}
        </PolicyFact>
      )
    case 'vm': {
      if (mayDefineSchedule(context.situation.actor).ok && !context.readOnly) return input
      return (
        <PolicyFact label={label} note={m.policies_by_vm()}>
          {current ?? m.policies_not_given()}
        </PolicyFact>
      )
    }
  }
}
