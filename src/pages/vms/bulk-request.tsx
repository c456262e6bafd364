import { described } from '~/api/queries/requests'
import type { BulkJob, BulkLine } from '~/domain/bulk-job'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { RequestBefore } from '~/pages/parts/requests/as-request'
import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'

import { tellLine } from './bulk-told'

/** The request of one VM of a change, as curl and JSON. */
export const BulkRequest = ({
  job,
  line,
  onClose,
}: {
  readonly job: BulkJob
  readonly line: BulkLine
  readonly onClose: () => void
}) => (
  <Dialog title={m.requests_as_request()} opened onClose={onClose}>
    <strong>
      <UserText identity>{line.name}</UserText>
    </strong>
    <RequestBefore query={described(['bulk', job.id, line.id], (describe) => tellLine(job.order, line, describe))} />
    <Answers onClose={onClose} label={m.common_close()} />
  </Dialog>
)
