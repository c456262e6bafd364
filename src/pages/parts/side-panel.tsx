import { DrawerBody, DrawerCloseButton, DrawerContent, DrawerOverlay, DrawerRoot, DrawerTitle } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'
import { useLeft } from '~/ui/use-left'

import { useAskFirst } from './ask-first'

import classes from './side-panel.module.css'

/**
 * Details beside the page, over it on a phone. Escape, the cross, a press outside and leaving the page close it, and ask
 * first when something was typed; the focus goes back to where it was. Keep it rendered while it is closed, or the focus is lost.
 */
export function SidePanel({
  title,
  opened,
  onClose,
  wide = false,
  asked = false,
  sending = false,
  children,
}: {
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  /** A question of its page stands before it, which takes Escape for its own answer. */
  readonly asked?: boolean
  /** What was typed in it is on its way, and nothing is lost by closing. */
  readonly sending?: boolean
  readonly children: ReactNode
}) {
  const first = useAskFirst(onClose, { sending })
  useLeft(opened, first.onClose)
  // Put together here, because the library's own head is a banner landmark, and a page has one already.
  return (
    <>
      <DrawerRoot
        opened={opened}
        onClose={first.onClose}
        closeOnEscape={!first.asking && !asked}
        position="right"
        size={wide ? 640 : 520}
      >
        <DrawerOverlay />
        <DrawerContent onFocus={first.onFocus}>
          <div className={classes['head']}>
            <DrawerTitle className={classes['title'] ?? ''}>{title}</DrawerTitle>
            <DrawerCloseButton aria-label={m.common_close()} size="lg" />
          </div>
          <DrawerBody className={classes['body'] ?? ''}>{children}</DrawerBody>
        </DrawerContent>
      </DrawerRoot>
      {first.question}
    </>
  )
}
