import { cut, page } from './night-answers.bench'
import type { Chance } from './night-chance.bench'
import type { NightWire } from './night-stage.bench'
import type { NightTime } from './night-time.bench'

const second = 1_000

/** What becomes of one request. Those that end in `after` were carried out, and their answer did not come. */
type Fate =
  | 'well'
  | 'slow'
  | 'lost'
  | 'lost after'
  | 'silent'
  | 'silent after'
  /** It arrives when nobody waits for it any more. */
  | 'late'
  | 'cut after'
  | 'garbled after'
  | 'page after'
  | 'gateway'
  | 'gateway after'
  | 401
  | 403
  | 404
  | 409
  | 429
  | 500
  | 503

/** What the line is like for a while; each request meets one of these. */
const weathers = {
  fine: ['well'],
  slow: ['well', 'slow', 'slow'],
  gone: ['lost'],
  flapping: ['well', 'well', 'lost', 'lost after', 'slow'],
  silent: ['silent', 'silent after', 'late', 'slow'],
  down: [503],
  gateway: ['gateway', 'gateway after', 503, 'well'],
  busy: ['well', 429],
  refusing: ['well', 'well', 403, 404, 409],
  'signed out': ['well', 'well', 'well', 401],
  broken: ['well', 500],
  confused: ['well', 'cut after', 'garbled after', 'page after'],
  all: ['well', 'well', 'slow', 'lost', 'lost after', 'silent', 'silent after', 'late', 'cut after', 'garbled after'],
} as const satisfies Readonly<Record<string, readonly Fate[]>>
/** See `weathers`. */
export type Weather = keyof typeof weathers
/** All kinds of weather, for chance to choose from. */
export const weatherNames = Object.keys(weathers).filter((name): name is Weather => name in weathers)

/** A request that changes something, as the wire saw it. */
export interface SentWrite {
  /** Where it goes, told apart from the other writes there. */
  readonly path: string
  readonly at: number
  /** So often it reached the platform and was done there. */
  done: number
}

/** The line between one page and the platform. */
export function badLine(
  server: (request: Request) => Promise<Response>,
  { writeOf, wasDone, refusal, garbled }: NightWire,
  time: NightTime,
  dice: Chance,
) {
  let weather: readonly Fate[] = weathers.fine
  const writes: SentWrite[] = []
  const asked: { readonly at: number; readonly url: string }[] = []

  const deliver = async (request: Request, write: SentWrite | null): Promise<Response> => {
    const over = time.busy()
    try {
      const answer = await server(request)
      if (write && (await wasDone(answer.clone()))) write.done += 1
      return answer
    } finally {
      over()
    }
  }

  const meet = async (fate: Fate, request: Request, write: SentWrite | null): Promise<Response> => {
    const never = new Promise<Response>(() => undefined)
    switch (fate) {
      case 'well':
        return deliver(request, write)
      case 'slow': {
        await time.wait(dice.between(0, 14 * second))
        const answer = await deliver(request, write)
        await time.wait(dice.between(0, 14 * second))
        return answer
      }
      case 'lost':
        throw new TypeError('Failed to fetch')
      case 'lost after':
        await deliver(request, write)
        throw new TypeError('Failed to fetch')
      case 'silent':
        return never
      case 'silent after':
        await deliver(request, write)
        return never
      case 'late':
        await time.wait(dice.between(20, 90) * second)
        return deliver(request, write)
      case 'cut after':
        return cut(await deliver(request, write))
      case 'garbled after':
        return garbled(await deliver(request, write), dice)
      case 'page after':
        await deliver(request, write)
        return page(200)
      case 'gateway':
        return page(dice.of([502, 504]))
      case 'gateway after':
        await deliver(request, write)
        return page(dice.of([502, 504]))
      case 401:
        return refusal(401)
      case 403:
        return dice.between(0, 1) === 0 ? page(403) : refusal(403)
      case 404:
        return dice.between(0, 1) === 0 ? page(404) : refusal(404)
      case 409:
        return refusal(409)
      case 429:
        return page(429, { 'retry-after': dice.of(['7', '90', '3600', 'soon']) })
      case 500:
        return page(500)
      case 503:
        return page(503, dice.of([{}, { 'retry-after': '30' }]))
    }
  }

  return {
    writes: writes as readonly SentWrite[],
    asked,
    become: (next: Weather): void => {
      weather = weathers[next]
    },
    fetch: async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      const { signal, ...rest } = init
      const request = new Request(address, rest)
      const { pathname, search } = new URL(request.url)
      const body = typeof init.body === 'string' ? init.body : ''
      const path = writeOf(request, body)
      const write = path === null ? null : { path, at: time.now(), done: 0 }
      if (write) writes.push(write)
      const what = /<methodName>([^<]+)/u.exec(body)?.[1] ?? request.method
      asked.push({ at: time.now(), url: `${what} ${pathname}${search}` })
      const given = meet(dice.of(weather), request, write)
      return new Promise((resolve, reject) => {
        given.then(resolve, reject)
        if (signal?.aborted) reject(signal.reason)
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    },
  }
}
