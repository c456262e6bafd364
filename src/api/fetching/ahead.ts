import { type Fetched, fetchHere, type Outgoing } from './fetch-here'
import { shortened } from './kept'

const longestWait = 30_000

/** What was asked and not taken yet. */
const asked = new Map<string, Promise<Fetched>>()

const keyOf = ({ url, headers, credentials }: Outgoing): string =>
  JSON.stringify([url, credentials, ...new Headers(headers)])

/** Asks, before the code is there that will want the answer. For reads only: whoever gets no answer asks again. */
export function askAhead(question: Outgoing): void {
  asked.set(keyOf(question), fetchHere(question, AbortSignal.timeout(longestWait)))
}

async function wantedOf(answer: Promise<Fetched>, kept: Outgoing['kept']): Promise<Fetched | null> {
  const found = await answer
  if (found.kind !== 'answer') return null
  return kept && 'json' in found.body ? { ...found, body: { json: shortened(found.body.json, kept) } } : found
}

/** The answer to what was asked ahead, once; null when none came. Null at once: it was not asked. */
export function takeAhead(question: Outgoing): Promise<Fetched | null> | null {
  const key = keyOf(question)
  const answer = asked.get(key)
  asked.delete(key)
  return answer ? wantedOf(answer, question.kept) : null
}

/** What nobody took is not wanted any more: it may be about another person than the one who signs in next. */
export const forgetAhead = (): void => asked.clear()
