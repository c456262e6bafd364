import { channelOf } from '~/api/queries/channel'
import { signOut } from '~/api/session'

const channel = channelOf('holdfast.session')
const tellOthers = channel?.postMessage.bind(channel)

/** Calls back when another tab of this browser signs out. */
export function onLeaveElsewhere(left: () => void): void {
  channel?.addEventListener('message', left)
}

/** Signs out here and in the other tabs of this browser. */
export async function leave(): Promise<void> {
  tellOthers?.('signed-out')
  await signOut()
}
