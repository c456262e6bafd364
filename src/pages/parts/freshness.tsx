import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'

import { serverTime } from '~/api/queries'
import { m } from '~/texts/messages'
import { Time } from '~/ui/time'

/** What a query says about the age of its data. */
interface Reading {
  readonly dataUpdatedAt: number
  readonly isFetching: boolean
  readonly isRefetchError: boolean
  readonly refetch: () => Promise<unknown>
}

/** How old what is shown is, and a button that reads it again. Data from before a failed refresh stays and says so. */
export function Freshness({
  reading,
  note,
  unreadable = 0,
}: {
  readonly reading: Reading
  /** How the platform itself comes to these values. */
  readonly note?: string
  /** Rows that were left out because they could not be read. */
  readonly unreadable?: number
}) {
  return (
    <Group gap="xs" align="center" wrap="nowrap">
      <Tooltip label={m.fresh_refresh()}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={m.fresh_refresh()}
          loading={reading.isFetching}
          onClick={() => void reading.refetch()}
        >
          <IconRefresh size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Text size="xs" c="dimmed">
        {m.fresh_as_of()} <Time at={serverTime(reading.dataUpdatedAt)} />
        {'. '}
        {note}{' '}
        {reading.isRefetchError && (
          <Text span inherit c="var(--mantine-color-error)">
            {m.fresh_failed()}{' '}
          </Text>
        )}
        {unreadable > 0 && m.fresh_unreadable({ n: unreadable })}
      </Text>
    </Group>
  )
}
