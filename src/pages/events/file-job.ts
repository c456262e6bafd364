import { ApiError } from '~/api/error'

import type { FileEvents, Progress } from './file-read'

/** How reading for a file stands. */
export type FileState =
  | { readonly state: 'idle' }
  | ({ readonly state: 'reading' } & Progress)
  | { readonly state: 'failed'; readonly error: ApiError }

type Read = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<FileEvents>

/** One reading for a file at a time, in the shape that `useSyncExternalStore` takes. It ends when nobody watches it. */
export interface FileJob {
  readonly get: () => FileState
  readonly subscribe: (listener: () => void) => () => void
  readonly start: (read: Read, onDone: (found: FileEvents) => void) => void
  readonly stop: () => void
}

const idle: FileState = { state: 'idle' }

const asError = (reason: unknown): ApiError =>
  reason instanceof ApiError ? reason : new ApiError('contract', 'Reading for a file failed', { cause: reason })

/** A job that has not begun. */
export function fileJob(): FileJob {
  const listeners = new Set<() => void>()
  let state = idle
  let running: AbortController | null = null
  const become = (next: FileState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const stop = (): void => {
    running?.abort()
    running = null
    become(idle)
  }
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    stop,
    start: (read, onDone) => {
      if (running) return
      const mine = new AbortController()
      running = mine
      become({ state: 'reading', read: 0, total: null })
      /** What comes after it was stopped is nobody's any more. */
      const ifMine = (act: () => void): void => {
        if (running === mine) act()
      }
      read(mine.signal, (progress) => ifMine(() => become({ state: 'reading', ...progress }))).then(
        (found) =>
          ifMine(() => {
            running = null
            become(idle)
            onDone(found)
          }),
        (reason: unknown) =>
          ifMine(() => {
            running = null
            become({ state: 'failed', error: asError(reason) })
          }),
      )
    },
  }
}
