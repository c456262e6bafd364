import { type Clock, createClock } from '../clock'
import { controlAnswer, type DialectHome } from '../dialect-control'
import { createFaults, faultAnswer } from '../faults'
import type { Store } from '../store'
import { Malformed } from './attributes'
import { type Method, wrongParameter } from './call'
import { peopleReport, settings } from './control'
import { callOf, createHome } from './home'
import { methodNamed } from './methods/index'
import type { Version } from './records'
import { codes, Refused } from './refusal'
import { createSessions } from './sessions'
import { withTokens } from './write/places'
import { bad, Fault, faulted, good, type MethodCall, readCall } from './xml-rpc'

export interface Options {
  readonly clock?: Clock
  readonly version?: Version
  /** How many VMs in all; never fewer than the seeded ones. */
  readonly fleet?: number
  /** Where the world is kept; nowhere by default. */
  readonly store?: Store
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const login: Method = { name: 'one.user.login', takes: 'ssi', may: 'i', run: () => '' }

const nameIn = (body: string): string => /<methodName>\s*([^<\s]+)/.exec(body)?.[1] ?? ''

/** OpenNebula as a function: XML-RPC at `/RPC2`, and the simulator's own controls under `/simulator`. */
export function createServer({ clock = createClock(), version = '6.10', fleet = 0, store }: Options = {}): (
  request: Request,
) => Promise<Response> {
  const sessions = createSessions(clock.device)
  const home = createHome(clock, { version, fleet }, store)
  let latencyMs = 0
  const control: DialectHome = {
    clock,
    faults: createFaults(),
    endSessions: () => sessions.endAll(),
    catchUp: home.world,
    keep: home.keep,
    report: () => {
      const { version: release, vms } = home.world()
      return { version: release, latencyMs, vms: vms.size }
    },
    change: (body) => {
      const change = settings.parse(body)
      if (change.version !== undefined) home.reset({ version: change.version })
      home.world()
      latencyMs = change.latencyMs ?? latencyMs
      if (change.tokenSeconds !== undefined) sessions.limit(change.tokenSeconds)
      home.bend(change)
    },
    reset: (size) => {
      latencyMs = 0
      home.reset(size === undefined ? {} : { fleet: size })
    },
    people: () => peopleReport(home.world()),
  }

  /** One call from beginning to end, without a pause. */
  const answered = ({ method: name, params }: MethodCall): string => {
    const there = home.world()
    const method = name === login.name ? login : methodNamed(there, name)
    if (!method) throw new Fault(-506, `Method '${name}' not defined`)
    const [session, ...given] = params
    if (typeof session !== 'string') throw new Fault(-501, 'Not enough parameters')
    const wrong = wrongParameter(method, given)
    if (wrong !== null) throw new Fault(-501, wrong)
    try {
      const person = sessions.authenticate(there, session)
      const call = callOf(there, person, given)
      if (method === login) return good(sessions.login(person, call.text(1), call.number(2)))
      const value = method.run(call)
      home.note(person, name, given)
      return good(name === 'one.user.info' ? withTokens(String(value), sessions.tokensOf(person)) : value)
    } catch (error) {
      if (error instanceof Refused) return bad(`[${name}] ${error.message}`, error.code, error.id)
      if (error instanceof Malformed) return bad(`[${name}] ${error.message}`, codes.action, -1)
      throw error
    }
  }

  const respond = (body: string): string => {
    try {
      return answered(readCall(body))
    } catch (error) {
      if (error instanceof Fault) return faulted(error)
      throw error
    }
  }

  return async (request) => {
    const { pathname } = new URL(request.url)
    const text = request.method === 'GET' || request.method === 'OPTIONS' ? '' : await request.text()
    if (pathname.startsWith('/simulator')) return controlAnswer(control, request.method, pathname, text)
    const date = new Date(clock.now()).toUTCString()
    if (pathname !== '/RPC2') return new Response('Not Found', { status: 404, headers: { date } })
    if (request.method === 'OPTIONS') return new Response(null, { status: 200, headers: { allow: 'POST', date } })
    if (request.method !== 'POST') return new Response('Method Not Allowed', { status: 405, headers: { date } })
    const fault = control.faults.match('POST', `/${nameIn(text)}`)
    const wait = latencyMs + (fault?.delayMs ?? 0)
    if (wait > 0) await later(wait)
    if (fault?.drop) return Response.error()
    if (fault?.status !== undefined) return faultAnswer(fault, new Headers({ date }))
    const answer = respond(text)
    if (fault?.dropAfter) return Response.error()
    return new Response(answer, {
      status: 200,
      headers: { 'content-type': 'text/xml; charset=utf-8', connection: 'close', date },
    })
  }
}
