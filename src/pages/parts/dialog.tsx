import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'

import classes from './dialog.module.css'

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
  // Put together here, because the library's own head is a banner landmark, and a page has one already.
  return (
    <Modal.Root opened onClose={onClose} size={520} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="lg">
        <div className={classes['head']}>
          <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={m.common_close()} />
        </div>
        <Modal.Body className={classes['body'] ?? ''}>
          {children}
          <div className={classes['answers']}>
            <Button variant="default" onClick={onClose}>
              {m.common_cancel()}
            </Button>
            {actions}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
