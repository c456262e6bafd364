import { Button } from '@mantine/core'
import { useState } from 'react'

import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'

/** Gives up what was not sent, and forgets what was done; asks first. */
export function DiscardJob({ size, onDiscard }: { readonly size: 'xs' | 'sm'; readonly onDiscard: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size={size} variant="subtle" onClick={() => setAsking(true)}>
        {m.bulk_discard()}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.bulk_discard_title()}
        confirmLabel={m.bulk_discard()}
        tone="danger"
        onClose={() => setAsking(false)}
        onConfirm={onDiscard}
      >
        {m.bulk_discard_text()}
      </ConfirmDialog>
    </>
  )
}
