import { type Clock, createClock } from '../clock'
import { createFaults, faultAnswer } from '../faults'
import { Malformed } from './attributes'
import { type Call, type Method, wrongParameter } from './call'
import { type Controlled, controlAnswer } from './control'
import { methodNamed } from './methods/index'
import type { Version, World } from './records'
import { codes, Refused } from './refusal'
import { advance } from './scheduler'
import { seedWorld } from './seed'
import { createSessions } from './sessions'
import { bad, Fault, faulted, good, type MethodCall, readCall, type Sent } from './xml-rpc'

export interface Options {
  readonly clock?: Clock
  readonly version?: Version
  /** How many VMs in all; never fewer than the seeded ones. */
  readonly fleet?: number
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const login: Method = { name: 'one.user.login', takes: 'ssi', may: 'i', run: () => '' }

const nameIn = (body: string): string => /<methodName>\s*([^<\s]+)/.exec(body)?.[1] ?? ''

/** OpenNebula as a function: XML-RPC at `/RPC2`, and the simulator's own controls under `/simulator`. */
export function createServer({ clock = createClock(), version = '6.10', fleet = 0 }: Options = {}): (
  request: Request,
) => Promise<Response> {
  const sessions = createSessions(clock.device)
  const seconds = (): number => Math.floor(clock.now() / 1_000)
  let size = fleet
  let world: World = seedWorld(version, seconds(), size)

  const current = (): World => {
    advance(world, Math.max(world.advancedTo, seconds()))
    return world
  }

  const home: Controlled = {
    clock,
    faults: createFaults(),
    sessions,
    latencyMs: 0,
    world: current,
    reset: (change) => {
      size = change.fleet ?? size
      world = seedWorld(change.version ?? world.version, seconds(), size)
    },
  }

  /** One call from beginning to end, without a pause. */
  const answered = ({ method: name, params }: MethodCall): string => {
    const there = current()
    const method = name === login.name ? login : methodNamed(there, name)
    if (!method) throw new Fault(-506, `Method '${name}' not defined`)
    const [session, ...given] = params
    if (typeof session !== 'string') throw new Fault(-501, 'Not enough parameters')
    const wrong = wrongParameter(method, given)
    if (wrong !== null) throw new Fault(-501, wrong)
    const typed =
      <T extends Sent>(kind: (value: Sent | undefined) => value is T) =>
      (at: number, otherwise?: T): T => {
        const value = given[at] ?? otherwise
        if (kind(value)) return value
        throw new Fault(-501, 'Not enough parameters')
      }
    try {
      const person = sessions.authenticate(there, session)
      const call: Call = {
        world: there,
        now: there.advancedTo,
        person,
        number: typed((value) => typeof value === 'number'),
        text: typed((value) => typeof value === 'string'),
        flag: (at, otherwise = false) => given[at] === true || (given[at] === undefined && otherwise),
      }
      if (method === login) return good(sessions.login(person, call.text(1), call.number(2)))
      return good(method.run(call))
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
    if (pathname.startsWith('/simulator')) return controlAnswer(home, request.method, pathname, text)
    const date = new Date(clock.now()).toUTCString()
    if (pathname !== '/RPC2') return new Response('Not Found', { status: 404, headers: { date } })
    if (request.method === 'OPTIONS') return new Response(null, { status: 200, headers: { allow: 'POST', date } })
    if (request.method !== 'POST') return new Response('Method Not Allowed', { status: 405, headers: { date } })
    const fault = home.faults.match('POST', `/${nameIn(text)}`)
    const wait = home.latencyMs + (fault?.delayMs ?? 0)
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
