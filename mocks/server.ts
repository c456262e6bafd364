import { headersAt, refused, versionAnswer, written } from './answer'
import type { Call } from './call'
import { controlAnswer } from './control-routes'
import { faultAnswer } from './faults'
import { createHome, type Options } from './home'
import { checkContentType, negotiate, releaseOf } from './media'
import { notBuilt, refuse } from './refusal'
import { createRouter } from './router'
import { backupRoutes } from './routes/backups'
import { eventRoutes } from './routes/events'
import { limitRoutes } from './routes/limits'
import { loginRoutes } from './routes/login'
import { machineRoutes } from './routes/machines'
import { managerRoutes } from './routes/managers'
import { placeRoutes } from './routes/places'
import { policyRoutes } from './routes/policies'
import { powerRoutes } from './routes/power'
import { propertyRoutes } from './routes/properties'
import { roleRoutes } from './routes/roles'
import { taskRoutes } from './routes/tasks'
import { tenantRoutes } from './routes/tenants'
import { userOf } from './world'

/** A platform as a function. It answers the API under `/api` and its own controls under `/simulator`. */
export type Server = (request: Request) => Promise<Response>

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Path below the API's address; double slashes count as one. `null`: not of the API. */
function pathOf(url: URL): string | null {
  const path = url.pathname.replaceAll(/\/{2,}/g, '/')
  return path === '/api' || path.startsWith('/api/') ? path.slice(4) || '/' : null
}

function parseBody(text: string, type: string | null): unknown {
  if (text.trim() === '') return null
  if (type && !/json|vnd\.abiquo\.[a-z-]+(;|$)/.test(type)) return null
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('400-BAD-REQUEST')
  }
}

export function createServer(options: Options = {}): Server {
  const home = createHome(options)
  const { sessions, clock } = home
  const find = createRouter([
    ...loginRoutes(sessions),
    ...machineRoutes,
    ...powerRoutes,
    ...backupRoutes,
    ...taskRoutes,
    ...placeRoutes,
    ...managerRoutes,
    ...propertyRoutes,
    ...policyRoutes,
    ...tenantRoutes,
    ...limitRoutes,
    ...roleRoutes,
    ...eventRoutes,
  ])

  /** One request from beginning to end, without a pause: no other tab's change can come between. */
  const respond = (request: Request, url: URL, path: string, text: string): Response => {
    const headers = headersAt(clock.now())
    const { method } = request
    if (method === 'OPTIONS') return new Response(null, { status: 200, headers })
    if (path === '/version') return versionAnswer(request.headers.get('accept'), headers, releaseOf(home.world()))
    try {
      const world = home.world()
      const now = Math.max(clock.now(), world.advancedTo)
      const { person, session } = sessions.authenticate(request.headers.get('authorization'))
      if (path === '/logout' && method === 'POST') {
        sessions.end(session)
        return new Response(null, { status: 204, headers })
      }
      headers.set('x-abiquo-token', sessions.issue(person, session))
      const match = find(method, path)
      if (!match) throw notBuilt(method, path)
      if (world.early && match.route.later) throw refuse('404-NOT-FOUND')
      const release = releaseOf(world)
      const choice = negotiate(request.headers.get('accept'), match.route.offers, release)
      const type = request.headers.get('content-type')
      if (text !== '' && match.route.takes) checkContentType(type, match.route.takes, release)
      const base = options.base ?? `${url.origin}/api`
      const call: Call = {
        world,
        now,
        person: userOf(world, person),
        method,
        base,
        self: `${base}${path.replace(/\/$/, '')}`,
        query: url.searchParams,
        param: (name) => Number(match.params.get(name) ?? Number.NaN),
        text: (name) => match.params.get(name) ?? '',
        body: parseBody(text, type),
        choice,
      }
      return written(match.route.answer(call), choice.version, headers, home.texts)
    } catch (error) {
      return refused(error, headers)
    } finally {
      home.save()
    }
  }

  return async (request) => {
    const url = new URL(request.url)
    const text = request.method === 'GET' ? '' : await request.text()
    const path = pathOf(url)
    if (path === null) return controlAnswer(home, request.method, url.pathname, text)
    home.world()
    const fault = home.faults.match(request.method, path)
    if (fault) home.changed()
    const wait = home.latencyMs + (fault?.delayMs ?? 0)
    if (wait > 0) await later(wait)
    if (fault) home.save()
    if (fault?.drop) return Response.error()
    if (fault?.status !== undefined) return faultAnswer(fault, headersAt(clock.now()))
    const response = respond(request, url, path, text)
    return fault?.dropAfter ? Response.error() : response
  }
}
