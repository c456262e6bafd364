import { type Fetched, fetchHere, type Outgoing } from './fetch-here'

/** A request, or null when its answer is not wanted any more. */
export interface Asked {
  readonly id: number
  readonly outgoing: Outgoing | null
}

/** What the thread tells: first that it is there. */
export type Told = 'ready' | { readonly id: number; readonly answer: Fetched }

interface Waiting {
  readonly outgoing: Outgoing
  readonly signal: AbortSignal
  readonly answer: (found: Fetched) => void
}

/** Null: it is not there yet, or this browser or the policy of the server lets none be. */
let thread: Worker | null = null
const waiting = new Map<number, Waiting>()
let last = 0

/** What was asked of a thread that is lost the page asks once more: it carries reads only. */
function end(worker: Worker): void {
  worker.terminate()
  thread = null
  const left = [...waiting.values()]
  waiting.clear()
  for (const { outgoing, signal, answer } of left) void fetchHere(outgoing, signal).then(answer)
}

/** Starts the thread. Until it says that it is there, and where there can be none, the page fetches by itself. */
export function startFetchThread(): void {
  try {
    const worker = new Worker(new URL('./fetch-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data === 'ready') {
        thread = worker
        return
      }
      waiting.get(data.id)?.answer(data.answer)
      waiting.delete(data.id)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      end(worker)
    })
    worker.addEventListener('messageerror', () => end(worker))
  } catch {
    // No threads here.
  }
}

/**
 * Reads on another thread: the answer of a long list is a hundred times as long as a frame can take, and most of it is not
 * wanted. For reads only, since a thread that is lost has them sent again.
 */
export function fetchElsewhere(outgoing: Outgoing, signal: AbortSignal): Promise<Fetched> {
  const worker = thread
  if (worker === null || signal.aborted) return fetchHere(outgoing, signal)
  last += 1
  const id = last
  return new Promise((answer) => {
    waiting.set(id, { outgoing, signal, answer })
    signal.addEventListener(
      'abort',
      () => {
        if (!waiting.delete(id)) return
        worker.postMessage({ id, outgoing: null } satisfies Asked, [])
        answer({ kind: 'lost', status: null, cause: signal.reason })
      },
      { once: true },
    )
    worker.postMessage({ id, outgoing } satisfies Asked, [])
  })
}
