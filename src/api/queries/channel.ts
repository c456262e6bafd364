import { place } from './place'

/** A channel to the other tabs of this console in this browser; null where it has none, or gives none to whoever blocks a site's storage. */
export function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name + place.slice(0, -1))
  } catch {
    return null
  }
}
