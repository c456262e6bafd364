import { session } from '~/api/session'
import { buffersOf } from '~/domain/columns'

import { makeAnswers, type Question, type Reply } from './answers'

/** A question on its way to the other thread; answers come back in any order, so they are numbered. */
export interface Asked {
  readonly id: number
  readonly question: Question
}

/** The answer to the question of the same number. */
export interface Told {
  readonly id: number
  readonly reply: Reply
}

/** Undefined: not needed so far. Null: this browser, or the policy of the server, lets none be. */
let thread: Worker | null | undefined

const waiting = new Map<number, (reply: Reply) => void>()
let last = 0

/** Where there is no other thread. */
let answerHere = makeAnswers()

function end(next: null | undefined): void {
  thread?.terminate()
  thread = next
  answerHere = makeAnswers()
  for (const answer of waiting.values()) answer({ about: 'lost' })
  waiting.clear()
}

// What a thread keeps is of one session.
session.subscribe(() => {
  if (session.get().state === 'signed-out') end(thread === null ? null : undefined)
})

function start(): Worker | null {
  try {
    const worker = new Worker(new URL('./fleet-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data: { id, reply } }: MessageEvent<Told>) => {
      waiting.get(id)?.(reply)
      waiting.delete(id)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      end(null)
    })
    worker.addEventListener('messageerror', () => end(null))
    return worker
  } catch {
    return null
  }
}

/**
 * Answers on another thread, which takes the columns of the question over, what would hold up the page; here, between other
 * work, where there is none.
 */
export function askElsewhere(question: Question): Promise<Reply> {
  thread ??= thread === null ? null : start()
  const worker = thread
  if (worker === null) return new Promise((answer) => setTimeout(() => answer(answerHere(question))))
  last += 1
  const asked: Asked = { id: last, question }
  return new Promise((answer) => {
    waiting.set(asked.id, answer)
    worker.postMessage(asked, 'columns' in question ? buffersOf(question.columns) : [])
  })
}
