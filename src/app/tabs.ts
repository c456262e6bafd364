import { queryClient } from '~/api/queries'
import { channelOf } from '~/api/queries/channel'
import { resumeEnded, session, sessionEnded } from '~/api/session'

import { settings } from './settings'

/** What one tab of this browser tells the others. Nothing secret goes this way. */
type News =
  | { readonly tell: 'changed' }
  | {
      readonly tell: 'signed-in'
      /** Nick. */
      readonly name: string
    }

const isNews = (value: unknown): value is News =>
  typeof value === 'object' &&
  value !== null &&
  'tell' in value &&
  (value.tell === 'changed' || (value.tell === 'signed-in' && 'name' in value && typeof value.name === 'string'))

/** Something was saved elsewhere: what is on the screen is read again, in a hidden tab once it is looked at. */
function changedElsewhere(): void {
  if (session.get().state !== 'signed-in') return
  void queryClient.invalidateQueries({ refetchType: document.hidden ? 'none' : 'active' })
}

/**
 * Someone signed in elsewhere. Where the session is a cookie it is theirs from now on, and what this tab asked next would
 * be answered to them: it asks who is there instead. The one whose session had ended here goes on. A token is each tab's own, and nothing is mixed.
 */
function signedInElsewhere(name: string): void {
  const current = session.get()
  if (settings().session !== 'cookie') return
  if (current.state === 'signed-in' && current.actor.name !== name) sessionEnded()
  if (current.state === 'ended' && current.actor.name === name) resumeEnded().catch(() => null)
}

/** Keeps the tabs of this browser in step: what is saved in one is news in the others. Called once. */
export function watchTabs(): void {
  const channel = channelOf('holdfast.tabs')
  if (!channel) return
  const tellOthers = channel.postMessage.bind(channel)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isNews(data)) return
    if (data.tell === 'changed') changedElsewhere()
    else signedInElsewhere(data.name)
  })
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') tellOthers({ tell: 'changed' })
  })
  let known: string | null = null
  const tellName = (): void => {
    const current = session.get()
    const name = current.state === 'signed-in' ? current.actor.name : null
    if (name !== null && name !== known) tellOthers({ tell: 'signed-in', name })
    known = name
  }
  tellName()
  session.subscribe(tellName)
}
