import { type History, readBackupsFurther } from '~/api/queries/backups'
import { ReadOn } from '~/pages/parts/read-on'

/** So many results are read at one request of a person. */
const mostAtOnce = 10_000

/** Of very many results only the newest are read by themselves: what goes by those, and the way to read on. */
export const ReadBack = ({
  vmId,
  history,
  busy,
  words,
}: {
  readonly vmId: string
  readonly history: History
  readonly busy: boolean
  readonly words: string
}) => (
  <ReadOn
    reading={history}
    busy={busy}
    words={words}
    most={mostAtOnce}
    onMore={() => void readBackupsFurther(vmId, mostAtOnce)}
  />
)
