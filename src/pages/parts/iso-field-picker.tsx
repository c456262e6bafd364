import '@mantine/dates/styles.layer.css'
import { Button, Stack, Text } from '@mantine/core'
import { DatePicker, TimePicker } from '@mantine/dates'
import { useState } from 'react'

import { formatIsoDate, formatOffset, parseIsoDate, parseIsoDateTime } from '~/domain/iso'
import { m } from '~/texts/messages'

const two = (value: number): string => String(value).padStart(2, '0')

/** What the pickers can show of a text: its date, its time, and the offset that they leave alone. */
function partsOf(text: string): { readonly date: string | null; readonly time: string; readonly offset: string } {
  const whole = parseIsoDateTime(text.trim())
  if (whole.ok) {
    const { hour, minute, second, offset } = whole.value
    return {
      date: formatIsoDate(whole.value),
      time: `${two(hour)}:${two(minute)}:${two(second)}`,
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

/** Calendar and clock that read and write one ISO 8601 text. */
export function IsoPicker({ value, onChange, onDone }: IsoPickerProps) {
  const parts = partsOf(value)
  // A time can be picked before there is a date to write it to.
  const [waiting, setWaiting] = useState('')
  const time = parts.time || waiting
  return (
    <Stack gap="sm" align="stretch">
      <DatePicker
        value={parts.date}
        weekendDays={[]}
        {...(parts.date && { defaultDate: parts.date })}
        onChange={(date) => date && onChange(joined(date, time, parts.offset))}
        ariaLabels={{
          nextMonth: m.policies_iso_next_month(),
          previousMonth: m.policies_iso_previous_month(),
          nextYear: m.policies_iso_next_year(),
          previousYear: m.policies_iso_previous_year(),
          nextDecade: m.policies_iso_next_decade(),
          previousDecade: m.policies_iso_previous_decade(),
        }}
      />
      <TimePicker
        label={m.policies_iso_time()}
        withSeconds
        value={time}
        onChange={(picked) => {
          if (parts.date && picked) onChange(joined(parts.date, picked, parts.offset))
          else setWaiting(picked)
        }}
        hoursInputLabel={m.policies_iso_hours()}
        minutesInputLabel={m.policies_iso_minutes()}
        secondsInputLabel={m.policies_iso_seconds()}
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
