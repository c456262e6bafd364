import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'

import { leaveAll, type LeaveLoss, stay } from './leave-asked'

/** What stops when one signs out now, and what is lost. */
export function LeaveQuestion({ loss: { backups, unsaved, elsewhere } }: { readonly loss: LeaveLoss }) {
  const stops = backups > 0
  return (
    <ConfirmDialog
      opened
      title={stops ? m.ways_leave_title() : m.common_unsaved_title()}
      confirmLabel={unsaved || elsewhere ? m.common_unsaved_leave() : m.ways_leave_confirm()}
      cancelLabel={stops ? m.ways_leave_stay() : m.common_unsaved_stay()}
      tone="danger"
      onClose={stay}
      onConfirm={leaveAll}
    >
      {stops && <p>{m.ways_leave_text({ n: backups })}</p>}
      {unsaved && <p>{m.common_unsaved_text()}</p>}
      {elsewhere && <p>{m.common_unsaved_elsewhere()}</p>}
    </ConfirmDialog>
  )
}
