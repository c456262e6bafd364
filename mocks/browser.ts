import { http } from 'msw'
import { setupWorker } from 'msw/browser'

import { createServer, type Server } from './server'
import { browserStore } from './store'

interface Options {
  readonly platform?: 'abiquo' | 'opennebula' | 'cloudcix'
  readonly fleet?: number
  readonly seed?: number
}

/** The server of a platform's dialect, and where its API lies. Each world outlives a reload. */
async function simulated({ platform = 'abiquo', ...options }: Options): Promise<readonly [Server, readonly string[]]> {
  switch (platform) {
    case 'abiquo':
      return [createServer({ ...options, store: browserStore() }), ['/api', '/api/*']]
    case 'opennebula':
      return [(await import('./opennebula/server')).createServer({ store: browserStore('opennebula') }), ['/RPC2']]
    case 'cloudcix':
      return [(await import('./cloudcix/server')).createServer({ store: browserStore('cloudcix') }), ['/cloudcix/*']]
  }
}

/** Starts the embedded simulator: this page's calls to the API and to `/simulator` are answered in the page itself. */
export async function start(options: Options = {}): Promise<void> {
  const [server, paths] = await simulated(options)
  const answer = ({ request }: { readonly request: Request }): Promise<Response> => server(request)
  const worker = setupWorker(...[...paths, '/simulator/*'].map((path) => http.all(path, answer)))
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
}
