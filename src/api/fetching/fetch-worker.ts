import { fetchHere, type Outgoing } from './fetch-here'
import type { Asked, Told } from './fetch-thread'

// The thread that fetches long lists: a request in, what is wanted of its answer out.
const tell = (told: Told): void => postMessage(told)

const running = new Map<number, AbortController>()

async function fetchFor(id: number, outgoing: Outgoing): Promise<void> {
  const controller = new AbortController()
  running.set(id, controller)
  const answer = await fetchHere(outgoing, controller.signal)
  running.delete(id)
  if (!controller.signal.aborted) tell({ id, answer })
}

addEventListener('message', ({ data: { id, outgoing } }: MessageEvent<Asked>) => {
  if (outgoing === null) running.get(id)?.abort()
  else void fetchFor(id, outgoing)
})

tell('ready')
