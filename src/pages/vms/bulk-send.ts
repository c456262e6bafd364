import { ApiError } from '~/api/error'
import { backUpOneOfSeveral, saveOneOfSeveral } from '~/api/queries/bulk'
import type { BulkAnswer, BulkLine, Said } from '~/domain/bulk-job'
import type { BulkOrder } from '~/domain/bulk-plan'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'

import { assignmentsFor } from './bulk-after'

/** Why a line did not go, in our own words. */
const inWords = (title: string, next: string | null = null): Said => ({ title, detail: null, next, code: null })

const refused = (error: ApiError): BulkAnswer => ({ kind: 'failed', said: explainError(error), rest: error.rest })

/** A read before the write broke: nothing was sent. */
const unread = (error: unknown): BulkAnswer =>
  error instanceof ApiError && (error.kind === 'signed-out' || error.kind === 'offline')
    ? { kind: 'not-sent' }
    : error instanceof ApiError
      ? refused(error)
      : { kind: 'failed', said: inWords(m.bulk_unread()) }

/** Something broke on the way. What has no answer is not known; a session that ended took nothing. */
function unsent(error: unknown): BulkAnswer {
  if (!(error instanceof ApiError) || error.kind === 'unknown-outcome') return { kind: 'unknown' }
  if (error.kind === 'signed-out' || error.kind === 'offline') return { kind: 'not-sent' }
  return refused(error)
}

const accepted = ({ task }: { readonly task: string | null }): BulkAnswer => ({ kind: 'done', task })

const why = {
  already: { kind: 'skipped', said: () => inWords(m.bulk_already()) },
  changed: { kind: 'failed', said: () => inWords(m.bulk_changed(), m.bulk_changed_next()) },
  untold: { kind: 'failed', said: () => inWords(m.bulk_untold()) },
  'not-offered': { kind: 'failed', said: () => inWords(m.bulk_not_offered_any_more()) },
} as const

/** What would be sent for a line, by the VM as it is now; else why nothing is. */
async function prepared(order: BulkOrder, line: BulkLine): Promise<BulkAnswer | (() => Promise<BulkAnswer>)> {
  if (order.action === 'backup')
    return () => backUpOneOfSeveral(line.id, { replicate: line.replicate }).then(accepted, unsent)
  const { machine, after } = await assignmentsFor(order, line)
  if (typeof after === 'string') return { kind: why[after].kind, said: why[after].said() }
  return () => saveOneOfSeveral(line.id, { assignments: after, basedOn: machine.revision }).then(accepted, unsent)
}

/** Sends one line at most once. `before` writes down that it goes, right before it does, and may refuse. */
export async function sendLine(order: BulkOrder, line: BulkLine, before: () => boolean): Promise<BulkAnswer | null> {
  const send = await prepared(order, line).catch(unread)
  if (typeof send !== 'function') return send
  return before() ? send() : null
}
