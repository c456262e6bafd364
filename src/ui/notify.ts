import type { Tone } from './state-mark'

/** A message that comes by itself, in a corner. It is announced, and never the only place of something important. */
export interface Notification {
  readonly id: string
  readonly tone: Tone
  readonly title: string
  readonly text: string | null
  /** A way to more. */
  readonly link: { readonly to: string; readonly label: string } | null
  /** False: it stays until it is closed, as bad news does. */
  readonly passes: boolean
}

let shown: readonly Notification[] = []
let count = 0
const listeners = new Set<() => void>()

function become(next: readonly Notification[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** The messages on the screen, oldest first, in the shape that `useSyncExternalStore` takes. */
export const notifications = {
  get: (): readonly Notification[] => shown,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

const most = 4

/**
 * Shows a message, and gives its id. Good and neutral news passes by itself after a while; bad news, warnings and doubts
 * stay.
 */
export function notify(message: {
  readonly tone: Tone
  readonly title: string
  readonly text?: string | null
  readonly link?: { readonly to: string; readonly label: string }
}): string {
  const { tone, title, text = null, link = null } = message
  count += 1
  const passes = tone === 'good' || tone === 'neutral' || tone === 'running'
  const id = `notice-${count}`
  become([...shown, { id, tone, title, text, link, passes }].slice(-most))
  return id
}

/** Takes a message away. */
export function dismiss(id: string): void {
  become(shown.filter((message) => message.id !== id))
}

/** Takes all messages away: another person sits here now. */
export function dismissAll(): void {
  become([])
}
