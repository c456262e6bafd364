import { ApiError } from '~/api/error'
import { queryClient } from '~/api/queries'
import { readRights } from '~/api/session'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'

/** However much is refused, rights are read again at most so often. Milliseconds. */
const pause = 30_000

let readAt = Number.NEGATIVE_INFINITY

async function refused(error: unknown): Promise<void> {
  if (!(error instanceof ApiError) || error.kind !== 'forbidden' || Math.abs(Date.now() - readAt) < pause) return
  readAt = Date.now()
  if (await readRights()) notify({ tone: 'warning', title: m.session_rights_title(), text: m.session_rights_text() })
}

/** A refusal may mean that an administrator changed a role: then the rights are read again. Called once. */
export function watchRights(): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') void refused(event.query.state.error)
  })
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') void refused(event.mutation.state.error)
  })
}
