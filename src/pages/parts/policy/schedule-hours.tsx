import { TextInput } from '@mantine/core'

import { usualMostHours } from '~/domain/check-assignment'
import { m } from '~/texts/messages'

interface HoursFieldProps {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly problem: string | null
  /** The most that may be given. */
  readonly most?: number
}

/** How many hours lie between two runs: a whole number. Kept as typed, so that a slip can be named. */
export const HoursField = ({ id, value, onChange, problem, most = usualMostHours }: HoursFieldProps) => (
  <TextInput
    id={`${id}-hours`}
    label={m.policies_hours()}
    description={m.policies_hours_help({ most })}
    styles={{ input: { maxWidth: '8rem' } }}
    required
    inputMode="numeric"
    autoComplete="off"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={problem}
  />
)
