import { TextInput } from '@mantine/core'

import { m } from '~/texts/messages'

interface DatesFieldProps {
  readonly id: string
  readonly every: 'monthly' | 'yearly'
  readonly value: string
  readonly onChange: (text: string) => void
  readonly problem: string | null
}

const words = {
  monthly: { label: m.policies_month_dates, help: m.policies_month_dates_help },
  yearly: { label: m.policies_year_dates, help: m.policies_year_dates_help },
} as const

/** On which days of a month, or of a year, a backup runs. Kept as typed, so that a slip can be named. */
export const DatesField = ({ id, every, value, onChange, problem }: DatesFieldProps) => (
  <TextInput
    id={`${id}-dates`}
    label={words[every].label()}
    description={words[every].help()}
    styles={{ input: { maxWidth: '16rem' } }}
    required
    autoComplete="off"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={problem}
  />
)
