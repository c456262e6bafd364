import { buffersOf, columnsOf, type DayColumns, type DayMember, type DaySums, type SumGround } from '~/domain/day-sums'

export interface SumRequest {
  readonly id: number
  readonly columns: DayColumns
  readonly ground: SumGround
}

export interface SumReply {
  readonly id: number
  readonly sums: DaySums
}

/** Undefined: not needed so far. Null: this browser, or the policy of the server, lets none be. */
let thread: Worker | null | undefined

const waiting = new Map<number, (sums: DaySums | null) => void>()
let last = 0

function giveUp(): void {
  thread?.terminate()
  thread = null
  for (const answer of waiting.values()) answer(null)
  waiting.clear()
}

function start(): Worker | null {
  try {
    const worker = new Worker(new URL('./sums-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data: { id, sums } }: MessageEvent<SumReply>) => {
      waiting.get(id)?.(sums)
      waiting.delete(id)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      giveUp()
    })
    worker.addEventListener('messageerror', giveUp)
    return worker
  } catch {
    return null
  }
}

/** Judges VMs day by day on another thread and adds them up; null where there is none. */
export function sumsElsewhere(members: readonly DayMember[], ground: SumGround): Promise<DaySums | null> {
  thread ??= thread === null ? null : start()
  const worker = thread
  if (worker === null) return Promise.resolve(null)
  const columns = columnsOf(members)
  last += 1
  const request: SumRequest = { id: last, columns, ground }
  return new Promise((answer) => {
    waiting.set(request.id, answer)
    worker.postMessage(request, buffersOf(columns))
  })
}
