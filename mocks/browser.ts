import { http } from 'msw'
import { setupWorker } from 'msw/browser'

import { createServer } from './server'
import { browserStore } from './store'

/** Starts the embedded simulator: this page's calls to `/api` and `/simulator` are answered in the page itself. */
export async function start(options: { readonly fleet?: number; readonly seed?: number } = {}): Promise<void> {
  const server = createServer({ ...options, store: browserStore })
  const answer = ({ request }: { readonly request: Request }): Promise<Response> => server(request)
  const worker = setupWorker(http.all('/api', answer), http.all('/api/*', answer), http.all('/simulator/*', answer))
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
}
