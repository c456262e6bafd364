import { Chip, Group, Input } from '@mantine/core'
import { type Control, useController } from 'react-hook-form'

import { weekdays } from '~/domain/policy'
import { m } from '~/texts/messages'
import { weekdayWords } from '~/texts/schedule-words'

import type { ProtectionDraft } from './policy-draft'

import classes from './policy.module.css'

interface DaysFieldProps {
  readonly id: string
  readonly control: Control<ProtectionDraft>
  readonly name: `policies.${number}.configurations.${number}.days`
  readonly problem: string | null
}

/** The days of the week on which a weekly backup runs; at least one. */
export function DaysField({ id, control, name, problem }: DaysFieldProps) {
  const { field } = useController({ control, name })
  return (
    <fieldset className={classes['plain']} aria-describedby={`${id}-days-help`}>
      <Input.Label component="legend" required>
        {m.policies_days()}
      </Input.Label>
      <Input.Description id={`${id}-days-help`}>{m.policies_days_help()}</Input.Description>
      <Chip.Group
        multiple
        value={[...field.value]}
        onChange={(next) => field.onChange(weekdays.filter((day) => next.includes(day)))}
      >
        <Group gap={6} mt={6}>
          {weekdays.map((day, index) => (
            <Chip key={day} value={day} size="sm" variant="outline" {...(index === 0 && { id: `${id}-days` })}>
              {weekdayWords(day)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {problem && <Input.Error mt={6}>{problem}</Input.Error>}
    </fieldset>
  )
}
