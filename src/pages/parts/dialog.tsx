import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'

/** A question with its consequences above and its answers below. Escape, the cross and a press outside mean no. */
export function Dialog({
  title,
  onClose,
  actions,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  /** The buttons that answer it; the one that cancels is there already. */
  readonly actions: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <Text component="span" fw={600}>
          {title}
        </Text>
      }
      size={520}
      closeButtonProps={{ 'aria-label': m.common_close() }}
    >
      <Stack gap="md">
        {children}
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={onClose}>
            {m.common_cancel()}
          </Button>
          {actions}
        </Group>
      </Stack>
    </Modal>
  )
}
