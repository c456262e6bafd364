// MSW's worker as the simulator is served with it: it looks at what a page fetches, and at nothing else.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const packaged = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')

/** Scripts, styles, fonts and pictures go past it: each would be copied to the page, which only says that it is none of its own. */
const pastFiles =
  "addEventListener('fetch', (event) => { if (event.request.destination !== '') event.stopImmediatePropagation() })\n"

/** Every answer is sent a second time, for listeners that the simulator has none of; without its body they lose nothing. */
const copied = 'isEventStreamResponse ? null : response.clone()'

/** The text of the worker, from its package. Throws if the package writes it in another way. */
export function simulatorWorker() {
  const text = readFileSync(packaged, 'utf8')
  if (!text.includes(copied))
    throw new Error(`${packaged} copies answers in another way than .ci/simulator-worker.mjs knows`)
  return pastFiles + text.replace(copied, 'null')
}
