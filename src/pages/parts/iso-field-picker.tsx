import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { formatIsoDate, formatOffset, parseIsoDate, parseIsoDateTime, twoDigits } from '~/domain/iso'
import { m } from '~/texts/messages'

/** What the pickers can show of a text: its date, its time, and the offset that they leave alone. */
function partsOf(text: string): { readonly date: string | null; readonly time: string; readonly offset: string } {
  const whole = parseIsoDateTime(text.trim())
  if (whole.ok) {
    const { hour, minute, second, offset } = whole.value
    return {
      date: formatIsoDate(whole.value),
      time: `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`,
      offset: offset === null ? '' : formatOffset(offset),
    }
  }
  const date = parseIsoDate(text.trim())
  return { date: date.ok ? formatIsoDate(date.value) : null, time: '', offset: '' }
}

const joined = (date: string, time: string, offset: string): string =>
  time === '' ? date : `${date}T${time.replace(/^(\d\d:\d\d):00$/, '$1')}${offset}`

interface IsoPickerProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onDone: () => void
}

/** The browser's own calendar and clock, which read and write one ISO 8601 text. */
export function IsoPicker({ value, onChange, onDone }: IsoPickerProps) {
  const parts = partsOf(value)
  // A time can be picked before there is a date to write it to.
  const [waiting, setWaiting] = useState('')
  const time = parts.time || waiting
  return (
    <Stack gap="sm" align="stretch">
      <TextInput
        type="date"
        label={m.policies_iso_date()}
        value={parts.date ?? ''}
        onChange={({ currentTarget: { value: date } }) => date && onChange(joined(date, time, parts.offset))}
      />
      <TextInput
        type="time"
        step={1}
        label={m.policies_iso_time()}
        value={time}
        onChange={({ currentTarget: { value: picked } }) => {
          const whole = /^\d\d:\d\d$/.test(picked) ? `${picked}:00` : picked
          if (parts.date && whole) onChange(joined(parts.date, whole, parts.offset))
          else setWaiting(whole)
        }}
      />
      <Text size="xs" c="dimmed" maw={260}>
        {parts.offset ? m.policies_iso_picker_offset({ offset: parts.offset }) : m.policies_iso_picker_no_offset()}
      </Text>
      <Button variant="light" onClick={onDone}>
        {m.policies_iso_done()}
      </Button>
    </Stack>
  )
}
