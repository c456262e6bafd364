import { TextInput } from '@mantine/core'

import { m } from '~/texts/messages'

interface HoursFieldProps {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly problem: string | null
}

/** How many hours lie between two runs: a whole number from 1 to 23. Kept as typed, so that a slip can be named. */
export const HoursField = ({ id, value, onChange, problem }: HoursFieldProps) => (
  <TextInput
    id={`${id}-hours`}
    label={m.policies_hours()}
    description={m.policies_hours_help()}
    styles={{ input: { maxWidth: '8rem' } }}
    required
    inputMode="numeric"
    autoComplete="off"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={problem}
  />
)
