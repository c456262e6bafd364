import { Chip, Group, Input } from '@mantine/core'

import { type Weekday, weekdays } from '~/domain/policy'
import { m } from '~/texts/messages'
import { weekdayWords } from '~/texts/schedule-words'

import classes from './policy.module.css'

interface DaysFieldProps {
  readonly id: string
  readonly value: readonly Weekday[]
  readonly onChange: (days: readonly Weekday[]) => void
  readonly problem: string | null
}

/** The days of the week on which a weekly backup runs; at least one. */
export function DaysField({ id, value, onChange, problem }: DaysFieldProps) {
  return (
    <fieldset className={classes['plain']} aria-describedby={`${id}-days-help`}>
      <Input.Label component="legend" required p={0}>
        {m.policies_days()}
      </Input.Label>
      <Input.Description id={`${id}-days-help`}>{m.policies_days_help()}</Input.Description>
      <Chip.Group
        multiple
        value={[...value]}
        onChange={(next) => onChange(weekdays.filter((day) => next.includes(day)))}
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
