import { type Clock, createClock } from '../clock'
import type { FaultRule } from '../control'
import { controlAnswer, type DialectHome } from '../dialect-control'
import { createFaults, faultAnswer } from '../faults'
import type { Store } from '../store'
import type { Reply } from './call'
import { peopleReport, settings } from './control'
import { createHome } from './home'
import * as membership from './membership'
import { notFound, Refused, unsigned } from './refusal'
import { routed } from './routes'
import { createSessions } from './sessions'

export interface Options {
  readonly clock?: Clock
  /** VMs more than the seeded ones. */
  readonly fleet?: number
  /** Where the world is kept; nowhere by default. */
  readonly store?: Store
}

/** Scripts of any origin may ask, and may read nothing of the answer's head but these. */
const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
  'access-control-allow-headers': 'accept, authorization, content-type, x-auth-token, x-subject-token',
  'access-control-expose-headers': 'content-type, content-disposition',
} as const

/** A rule of trouble, in the platform's own form where it has one. */
function bent(rule: FaultRule, headers: Headers): Response {
  if ((rule.body ?? 'errors') !== 'errors') return faultAnswer(rule, headers)
  const { status = 500, code = `simulated_${status}`, message = 'A fault of the simulator' } = rule
  return Response.json({ error_code: code, detail: message }, { status, headers })
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const objectOf = (text: string): Readonly<Record<string, unknown>> => {
  const value: unknown = text === '' ? {} : JSON.parse(text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** CloudCIX as a function: its three applications under `/membership`, `/iaas` and `/compute`, and the simulator's own controls. */
export function createServer({ clock = createClock(), fleet = 0, store }: Options = {}): (
  request: Request,
) => Promise<Response> {
  const sessions = createSessions(clock.device)
  const home = createHome(clock, fleet, store)
  let latencyMs = 0
  const reset = (size: number): void => {
    home.reset(size)
    sessions.endAll()
  }
  const control: DialectHome = {
    clock,
    faults: createFaults(),
    endSessions: () => sessions.endAll(),
    catchUp: home.world,
    keep: home.keep,
    report: () => ({ fleet: home.fleet(), vms: home.world().vms.size, latencyMs }),
    change: (body) => {
      const change = settings.parse(body)
      if (change.fleet !== undefined) reset(change.fleet)
      home.world()
      latencyMs = change.latencyMs ?? latencyMs
      if (change.perSecond !== undefined) sessions.throttleAt(change.perSecond)
      home.bend(change)
    },
    reset: (size = home.fleet()) => {
      latencyMs = 0
      reset(size)
    },
    people: peopleReport,
  }

  const answered = (method: string, { pathname, searchParams }: URL, token: string, text: string): Reply => {
    const there = home.world()
    if (pathname === '/membership/auth/login/' && method === 'POST')
      return membership.login(there, objectOf(text), sessions)
    const person = sessions.personOf(there, token)
    if (!person) throw unsigned()
    const wait = sessions.throttled(person.id)
    if (wait !== null)
      throw new Refused(429, { detail: `Request was throttled. Expected available in ${wait} second.` })
    if (pathname === '/membership/auth/login/' && method === 'PUT')
      return { status: 200, body: { token: sessions.next(person.id) } }
    // The same for the platform.
    const verb = method === 'PATCH' ? 'PUT' : method === 'HEAD' ? 'GET' : method
    const body = objectOf(text)
    const reply = routed(verb, pathname, { world: there, now: there.at, person, params: searchParams, body })
    if (!reply) throw notFound()
    home.note(person.id, { verb, path: pathname, body })
    return reply
  }

  const respond = (method: string, url: URL, token: string, text: string): Reply => {
    try {
      return answered(method, url, token, text)
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, body: error.body }
      if (error instanceof SyntaxError) return { status: 400, body: { detail: 'JSON parse error' } }
      throw error
    }
  }

  return async (request) => {
    const url = new URL(request.url)
    url.pathname = url.pathname.replace(/^\/cloudcix(?=\/)/u, '')
    const { method } = request
    const text = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? '' : await request.text()
    if (url.pathname.startsWith('/simulator')) return controlAnswer(control, method, url.pathname, text)
    const headers = new Headers({ ...open, date: new Date(clock.now()).toUTCString() })
    if (method === 'OPTIONS') return new Response(null, { status: 200, headers })
    const fault = control.faults.match(method, url.pathname)
    const wait = latencyMs + (fault?.delayMs ?? 0)
    if (wait > 0) await later(wait)
    if (fault?.drop) return Response.error()
    if (fault?.status !== undefined) return bent(fault, headers)
    const { status, body } = respond(method, url, request.headers.get('x-auth-token') ?? '', text)
    if (fault?.dropAfter) return Response.error()
    if (status === 500) {
      headers.set('content-type', 'text/html')
      return new Response('<h1>Server Error (500)</h1>', { status, headers })
    }
    return method === 'HEAD' ? new Response(null, { status, headers }) : Response.json(body, { status, headers })
  }
}
