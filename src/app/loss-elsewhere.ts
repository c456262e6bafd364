import { channelOf } from '~/api/queries/channel'
import { drivenHere } from '~/api/queries/due'
import { unsavedHere, unsavedLock } from '~/ui/unsaved'

const channel = channelOf('holdfast.loss')
const tell = channel?.postMessage.bind(channel)

/** So long the other tabs have to answer. Milliseconds. */
const answersIn = 200

/** Says in the other tabs, whenever one asks, whether something would be lost here by signing out. Called once. */
export function tellLoss(): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'asks' && unsavedHere() + drivenHere() > 0) tell?.('loses')
  })
}

/** Of a tab that is frozen or busy, and answers nobody, the browser itself knows that something is not saved there. */
async function isHeldElsewhere(): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query()
    return held.filter(({ name }) => name === unsavedLock).length > unsavedHere()
  } catch {
    return false
  }
}

/** Whether something would be lost in another tab of this browser by signing out. */
export async function isLossElsewhere(): Promise<boolean> {
  if (await isHeldElsewhere()) return true
  if (!channel) return false
  return new Promise((told) => {
    const hear = ({ data }: MessageEvent<unknown>): void => {
      if (data === 'loses') settle(true)
    }
    const settle = (loses: boolean): void => {
      channel.removeEventListener('message', hear)
      told(loses)
    }
    channel.addEventListener('message', hear)
    tell?.('asks')
    setTimeout(() => settle(false), answersIn)
  })
}
