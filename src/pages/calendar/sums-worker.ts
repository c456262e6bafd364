import { daySums } from '~/domain/day-sums'

import type { SumReply, SumRequest } from './sums-thread'

// The thread that adds up a large fleet: a request in, an answer out, nothing kept.
addEventListener('message', ({ data: { id, columns, ground } }: MessageEvent<SumRequest>) => {
  const reply: SumReply = { id, sums: daySums(columns, ground) }
  postMessage(reply)
})
