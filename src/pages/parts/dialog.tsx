import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'
import { useLeft } from '~/ui/use-left'

import { useAskFirst } from './ask-first'

import classes from './dialog.module.css'

/**
 * A question with its consequences above and its answers below. Escape, the cross, a press outside and leaving the page mean
 * no; they ask first when something was typed. What it holds is there only while it is open; the focus then goes back to where it was.
 */
export function Dialog({
  title,
  opened,
  onClose,
  sending = false,
  children,
}: {
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
  /** What was typed in it is on its way, and nothing is lost by closing. */
  readonly sending?: boolean
  readonly children: ReactNode
}) {
  const first = useAskFirst(onClose, { sending })
  useLeft(opened, first.onClose)
  // Put together here, because the library's own head is a banner landmark, and a page has one already.
  return (
    <>
      <Modal.Root opened={opened} onClose={first.onClose} closeOnEscape={!first.asking} size={520} centered>
        <Modal.Overlay backgroundOpacity={0.45} />
        <Modal.Content radius="lg" onFocus={first.onFocus}>
          <div className={classes['head']}>
            <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
            <Modal.CloseButton aria-label={m.common_close()} />
          </div>
          <Modal.Body className={classes['body'] ?? ''}>{children}</Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {first.question}
    </>
  )
}

/** The answers at the end of a dialog; the one that cancels is there already. */
export const Answers = ({
  onClose,
  label = m.common_cancel(),
  children,
}: {
  readonly onClose: () => void
  /** Where nothing can be taken back any more, closing is not called cancelling. */
  readonly label?: string
  readonly children?: ReactNode
}) => (
  <div className={classes['answers']}>
    <Button variant="default" onClick={onClose}>
      {label}
    </Button>
    {children}
  </div>
)
