import { Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClockQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { formatIsoDateTime, formatOffset, parseIsoDateTime } from '~/domain/iso'
import type { OffsetDateTime } from '~/domain/iso-value'
import { localOffset } from '~/domain/local-offset'
import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { isoProblemWords } from '~/texts/schedule-words'

interface IsoReadingProps {
  readonly text: string
  readonly zone: string | null
  readonly onChange: (text: string) => void
  /** The field itself says already what is wrong. */
  readonly silent: boolean
}

/** What an ISO 8601 text was understood as, or what is wrong in it, said while it is typed. */
export function IsoReading({ text, zone, onChange, silent }: IsoReadingProps) {
  const parsed = parseIsoDateTime(text.trim())
  return (
    <div aria-live="polite">
      {text.trim() !== '' &&
        (parsed.ok ? (
          <Understood value={parsed.value} zone={zone} onChange={onChange} />
        ) : silent ? null : (
          <Line icon={<IconAlertTriangle size={16} aria-hidden />} tone="bad">
            {isoProblemWords(parsed.problem)}
          </Line>
        ))}
    </div>
  )
}

interface UnderstoodProps {
  readonly value: OffsetDateTime
  readonly zone: string | null
  readonly onChange: (text: string) => void
}

function Understood({ value, zone, onChange }: UnderstoodProps) {
  const { instant, offset } = value
  if (offset === null || !instant) return <OffsetAsked value={value} zone={zone} onChange={onChange} />
  const clocks = [...new Set([...(zone ? [zone] : []), readerZone(), 'UTC'])]
  return (
    <Stack gap={0} mt={4}>
      <Line icon={<IconCheck size={16} aria-hidden />} tone="good">
        {m.policies_iso_understood({ time: formatInstant(instant, { offset }, 'full') })}
      </Line>
      {clocks.map((clock) => (
        <Text key={clock} size="xs" c="dimmed" pl={22}>
          {formatInstant(instant, clock, 'long')}
        </Text>
      ))}
    </Stack>
  )
}

/** No offset was given: the same words name another moment in each place, so the person says which. */
function OffsetAsked({ value, zone, onChange }: UnderstoodProps) {
  const put = (offset: number): void => onChange(formatIsoDateTime({ ...value, offset }))
  const inZone = zone ? localOffset(zone, value) : null
  const offered = inZone ? (inZone.happens === 'one' ? [inZone.offset] : [inZone.before, inZone.after]) : []
  return (
    <Stack gap="xs" mt={4}>
      <Line icon={<IconClockQuestion size={16} aria-hidden />} tone="warning">
        {m.policies_iso_no_offset()}
      </Line>
      {zone && inZone && inZone.happens !== 'one' && (
        <Text size="xs" c="dimmed" pl={22}>
          {inZone.happens === 'twice' ? m.policies_iso_twice({ zone }) : m.policies_iso_never({ zone })}
        </Text>
      )}
      <Group gap="xs" pl={22}>
        {zone &&
          inZone &&
          offered.map((offset) => (
            <Button
              key={offset}
              size="compact-sm"
              variant="light"
              h="auto"
              mih={26}
              py={4}
              lh={1.3}
              styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
              onClick={() => put(offset)}
            >
              {inZone.happens === 'one'
                ? m.policies_iso_use_datacenter({ offset: formatOffset(offset), zone })
                : m.policies_iso_use_offset({ offset: formatOffset(offset) })}
            </Button>
          ))}
        {!offered.includes(0) && (
          <Button size="compact-sm" variant="default" onClick={() => put(0)}>
            {m.policies_offset_use_utc()}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function Line({ icon, tone, children }: { icon: ReactNode; tone: 'good' | 'warning' | 'bad'; children: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" mt={4} c={`var(--hf-${tone})`}>
      <span style={{ flex: 'none', lineHeight: 0, paddingTop: 2 }}>{icon}</span>
      <Text size="sm" component="span">
        {children}
      </Text>
    </Group>
  )
}
