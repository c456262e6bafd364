import { ApiError } from '~/api/error'
import { platform } from '~/api/platform'
import { channelOf } from '~/api/queries/channel'
import { session, sessionEnded } from '~/api/session'

const channel = channelOf('holdfast.stay')
const tellOthers = channel?.postMessage.bind(channel)

const nameNow = (): string | null => {
  const current = session.get()
  return current.state === 'signed-in' ? current.actor.name : null
}

async function renew(): Promise<void> {
  const asked = Date.now()
  try {
    await platform().staySignedIn()
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'signed-out') sessionEnded(asked)
    throw error
  }
}

/** Makes the session last longer, here and in the other tabs where the same person is signed in. Says whether it does. */
export async function staySignedIn(): Promise<boolean> {
  const before = platform().sessionEnds()
  tellOthers?.(nameNow())
  await renew()
  const after = platform().sessionEnds()
  return before === null || after === null || after > before
}

/** Each tab has a session of its own: what is decided in one is done in all of the same person's. Called once. */
export function onStayElsewhere(): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== null && data === nameNow()) renew().catch(() => null)
  })
}
