import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'

import { leaveAll, stay } from './leave-asked'

/** What stops when one signs out now. */
export const LeaveQuestion = ({ n }: { readonly n: number }) => (
  <ConfirmDialog
    opened
    title={m.ways_leave_title()}
    confirmLabel={m.ways_leave_confirm()}
    cancelLabel={m.ways_leave_stay()}
    tone="danger"
    onClose={stay}
    onConfirm={leaveAll}
  >
    {m.ways_leave_text({ n })}
  </ConfirmDialog>
)
