import { TextInput } from '@mantine/core'
import { useController, type Control } from 'react-hook-form'

import { m } from '~/texts/messages'

import type { ProtectionDraft } from './policy-draft'

interface HoursFieldProps {
  readonly id: string
  readonly control: Control<ProtectionDraft>
  readonly name: `policies.${number}.configurations.${number}.hours`
  readonly problem: string | null
}

/** How many hours lie between two runs: a whole number from 1 to 23. Kept as typed, so that a slip can be named. */
export function HoursField({ id, control, name, problem }: HoursFieldProps) {
  const { field } = useController({ control, name })
  return (
    <TextInput
      id={`${id}-hours`}
      label={m.policies_hours()}
      description={m.policies_hours_help()}
      styles={{ input: { maxWidth: '8rem' } }}
      required
      inputMode="numeric"
      autoComplete="off"
      value={field.value}
      onChange={field.onChange}
      error={problem}
    />
  )
}
