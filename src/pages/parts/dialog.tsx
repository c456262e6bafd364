import { Group, Modal, Stack } from '@mantine/core'
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
  /** The buttons that answer it; the way out is there already. */
  readonly actions: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Modal opened onClose={onClose} title={title} size={520} closeButtonProps={{ 'aria-label': m.common_close() }}>
      <Stack gap="md">
        {children}
        <Group justify="flex-end" gap="sm" mt="xs">
          {actions}
        </Group>
      </Stack>
    </Modal>
  )
}
