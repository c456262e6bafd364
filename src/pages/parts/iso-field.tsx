import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'

import { m } from '~/texts/messages'
import { Popup } from '~/ui/popup'

import { IsoPicker } from './iso-field-picker'
import { IsoReading } from './iso-field-reading'

interface IsoFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** IANA name of the datacenter's zone, whose offset is offered when the text names none. */
  readonly zone: string | null
  /** What is wrong beyond what the text itself shows, e.g. that it is missing. */
  readonly problem: string | null
  /** False where it may stay empty. */
  readonly required?: boolean
  /** Gives in ISO 8601 what is written another way and yet plain; all else as it is. */
  readonly understands?: (text: string) => string
}

/**
 * A date and time in ISO 8601. The text is the master: it says below what it understood, or what is wrong and where.
 * The pickers write the same text. An offset that is not given is asked for, never guessed.
 */
export function IsoField({ id, label, value, onChange, zone, problem, required = true, understands }: IsoFieldProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = (): void => setAnchor(null)
  return (
    <div>
      <TextInput
        id={id}
        label={label}
        description={m.policies_iso_help()}
        placeholder={m.policies_iso_example()}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={problem}
        required={required}
        autoComplete="off"
        spellCheck={false}
        rightSection={
          <ActionIcon
            aria-label={m.policies_iso_calendar()}
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
          >
            <IconCalendar size={18} aria-hidden />
          </ActionIcon>
        }
      />
      {anchor && (
        <Popup anchor={anchor} label={m.policies_iso_calendar()} onClose={close} align="end">
          <IsoPicker
            value={value}
            onChange={onChange}
            onDone={() => {
              close()
              anchor.focus()
            }}
          />
        </Popup>
      )}
      <IsoReading text={understands?.(value) ?? value} zone={zone} onChange={onChange} silent={problem !== null} />
    </div>
  )
}
