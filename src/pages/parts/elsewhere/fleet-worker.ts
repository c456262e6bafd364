import { buffersOf } from '~/domain/columns'

import { makeAnswers } from './answers'
import type { Asked, Told } from './thread'

const answer = makeAnswers()

// The thread that works on a large fleet: a question in, an answer out.
addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked>) => {
  const reply = answer(question)
  const told: Told = { id, reply }
  postMessage(told, { transfer: reply.about === 'vms' ? buffersOf(reply.judged.columns) : [] })
})
