import { m } from '~/texts/messages'

/** What a list of events holds when nobody gives dates; nothing where that goes without saying. */
export function trailNote(words: { readonly shows: 'week' | 'all' | 'kept' } | undefined): string {
  switch (words?.shows) {
    case 'week':
      return m.events_window()
    case 'kept':
      return m.ways_trailless_events()
    case 'all':
    case undefined:
      return ''
  }
}
