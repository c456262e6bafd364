import { onConsole, place } from '~/api/queries/place'

/** What the browser offers where it holds pages to Trusted Types. */
interface TrustedTypesFactory {
  readonly createPolicy: (
    name: string,
    rules: {
      readonly createHTML: (text: string) => string
      readonly createScriptURL: (address: string) => string
    },
  ) => unknown
}

const isFactory = (value: unknown): value is TrustedTypesFactory =>
  typeof value === 'object' && value !== null && 'createPolicy' in value && typeof value.createPolicy === 'function'

const markup = /<[a-z!/?]/i

/** The style sheets that Mantine writes at run time come this way, and they never hold a tag. */
function onlyStyles(text: string): string {
  if (markup.test(text)) throw new TypeError('No markup is made from text here')
  return text
}

/** The simulator's worker. */
const serviceWorker = '/mockServiceWorker.js'

/** The console's own threads, as a build names them. */
const ownWorker = /^\/assets\/[\w-]+-worker-[\w-]+\.js$/

/** No script is loaded by an address that was put together, but for threads that come with the console. */
function onlyWorkers(address: string): string {
  const { origin, pathname, href } = new URL(address, window.location.href)
  const isOwn = pathname.startsWith(place) && ownWorker.test(onConsole(pathname))
  const known = isOwn || (import.meta.env.MODE === 'simulator' && pathname === serviceWorker)
  if (origin !== window.location.origin || !known) throw new TypeError('No script is loaded from an address here')
  return href
}

/**
 * Puts the page under the policies that its server declares: text never becomes markup or script (the default policy of
 * Trusted Types, for what libraries do), and run-time styles carry the server's nonce. Called before anything is drawn.
 */
export function obeyBrowserPolicy(): void {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes')
  if (isFactory(factory)) factory.createPolicy('default', { createHTML: onlyStyles, createScriptURL: onlyWorkers })
  // Read by `get-nonce`, with which dialogs lock the scrolling of the page behind them.
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  if (nonce) Reflect.set(globalThis, '__webpack_nonce__', nonce)
}
