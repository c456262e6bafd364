import { queryClient, serverNow } from '~/api/queries'
import { type BulkEvent, type BulkJob, type BulkLine, linesAt } from '~/domain/bulk-job'
import { type Run, runLines } from '~/pages/parts/run-lines'

import { sendLine } from './bulk-send'

/** Why a line was not done, as far as it is about the others: it makes no sense to go on, or not for so many milliseconds. */
type Hindrance = 'stop' | number

/** A job on its way. */
export type BulkWork = Run<BulkLine, Hindrance>

/** The time as it is kept, by the server's clock. */
export const nowText = (): string => new Date(serverNow()).toISOString()

/** Sends the lines of a job that wait. `tell` is told what becomes of each, and may refuse that one goes. */
export function workOn(job: BulkJob, tell: (event: BulkEvent) => boolean): BulkWork {
  const waiting = new Set(linesAt(job, 'waiting'))
  const send = async (line: BulkLine): Promise<Hindrance | null> => {
    const answer = await sendLine(job.order, line, () => tell({ type: 'send', id: line.id, at: nowText() }))
    if (answer) tell({ type: 'answer', id: line.id, at: nowText(), answer })
    if (answer?.kind === 'not-sent') return 'stop'
    return answer?.kind === 'failed' && answer.rest ? answer.rest : null
  }
  return runLines(
    job.lines.filter(({ id }) => waiting.has(id)),
    {
      send,
      ends: (hindrance) => hindrance === 'stop',
      rest: (hindrance) => (hindrance === 'stop' ? 0 : hindrance),
      settle: () => queryClient.invalidateQueries(),
    },
  )
}
