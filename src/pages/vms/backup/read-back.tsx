import { type History, readBackupsFurther } from '~/api/queries/backups'
import { ReadOn } from '~/pages/parts/read-on'

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
}) => <ReadOn reading={history} busy={busy} words={words} onMore={(more) => void readBackupsFurther(vmId, more)} />
