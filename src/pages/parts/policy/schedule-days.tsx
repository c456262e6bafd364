import { Input } from '@mantine/core'

import { type Weekday, weekdays } from '~/domain/policy'
import { m } from '~/texts/messages'
import { weekdayWords } from '~/texts/schedule-words'
import { CheckBox } from '~/ui/check-box'

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
      <div className={classes['weekdays']}>
        {weekdays.map((day, index) => (
          <label key={day} className={classes['weekday']}>
            <CheckBox
              id={index === 0 ? `${id}-days` : undefined}
              checked={value.includes(day)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(weekdays.filter((one) => (one === day ? checked : value.includes(one))))
              }
            />
            {weekdayWords(day)}
          </label>
        ))}
      </div>
      {problem && <Input.Error mt={6}>{problem}</Input.Error>}
    </fieldset>
  )
}
