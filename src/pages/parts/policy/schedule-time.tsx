import { Button, Group, TextInput, VisuallyHidden } from '@mantine/core'

import { formatOffset, parseIsoTime } from '~/domain/iso'
import { offsetAt } from '~/domain/zone'
import { readerZone } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './policy.module.css'

interface TimeFieldProps {
  readonly id: string
  readonly time: string
  readonly onTime: (text: string) => void
  readonly offset: string
  readonly onOffset: (text: string) => void
  readonly zone: string | null
  readonly now: Date
  readonly problems: { readonly time: string | null; readonly offset: string | null }
}

/** A text such as `02:30+01:00` holds both fields; its offset moves to the field of its own. */
function split(text: string): { readonly time: string; readonly offset: string } | null {
  const parsed = parseIsoTime(text.trim())
  if (!parsed.ok || parsed.value.offset === null) return null
  return { time: text.trim().replace(/(?:[zZ]|[+-][\d:]+)$/, ''), offset: formatOffset(parsed.value.offset) }
}

/** A time of day and its fixed offset. The platform keeps the offset all year, so it is named and never guessed. */
export function TimeField({ id, time, onTime, offset, onOffset, zone, now, problems }: TimeFieldProps) {
  const offers = offsetOffers(zone, now)
  const first = offers[0]
  const put = (text: string): void => {
    const both = split(text)
    onTime(both ? both.time : text)
    if (both) onOffset(both.offset)
  }
  return (
    <fieldset className={classes['plain']}>
      <VisuallyHidden component="legend">{m.policies_time_legend()}</VisuallyHidden>
      <Group align="flex-start" gap="sm">
        <TextInput
          id={`${id}-time`}
          label={m.policies_time()}
          description={m.policies_time_help()}
          placeholder={m.policies_time_example()}
          maw={220}
          flex="1 1 9rem"
          required
          autoComplete="off"
          spellCheck={false}
          value={time}
          onChange={(event) => put(event.currentTarget.value)}
          error={problems.time}
        />
        <TextInput
          id={`${id}-offset`}
          label={m.policies_offset()}
          description={m.policies_offset_help()}
          placeholder={m.policies_offset_example()}
          maw={220}
          flex="1 1 9rem"
          required
          autoComplete="off"
          spellCheck={false}
          list={`${id}-offsets`}
          value={offset}
          onChange={(event) => onOffset(event.currentTarget.value)}
          error={problems.offset}
        />
        <datalist id={`${id}-offsets`}>
          {offers.map(({ value, words }) => (
            <option key={words} value={value}>
              {words}
            </option>
          ))}
        </datalist>
      </Group>
      {offset === '' && time !== '' && first && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="light"
          h="auto"
          mih={26}
          py={4}
          lh={1.3}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => onOffset(first.value)}
        >
          {zone ? m.policies_offset_use_datacenter({ offset: first.value, zone }) : m.policies_offset_use_utc()}
        </Button>
      )}
    </fieldset>
  )
}

/** Offsets worth offering, the datacenter's first. */
function offsetOffers(zone: string | null, now: Date): readonly { readonly value: string; readonly words: string }[] {
  const reader = readerZone()
  return [
    ...(zone ? [{ value: formatOffset(offsetAt(zone, now)), words: m.policies_offset_datacenter({ zone }) }] : []),
    { value: '+00:00', words: m.policies_offset_utc() },
    ...(reader === zone || reader === 'UTC'
      ? []
      : [{ value: formatOffset(offsetAt(reader, now)), words: m.policies_offset_reader({ zone: reader }) }]),
  ]
}
