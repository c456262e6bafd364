import { get, nothing, ok, type Reply, type Route, seesAll, type Call } from '../call'
import { fullName, personOf } from '../people'
import { refuse } from '../refusal'
import type { Sessions } from '../session'
import { link, unpaged, wireDate } from '../wire-objects/link'
import { wireUser } from '../wire-objects/person'
import { userOf } from '../world'

const expands = (call: Call, what: string): boolean =>
  call.query.getAll('expand').some((value) => value.split(',').includes(what))

function user(call: Call): Reply {
  const person = personOf(call.param('user'))
  if (!person || person.tenantId !== call.param('tenant')) throw refuse('USER-0')
  if (!seesAll(call.person) && person.tenantId !== call.person.tenantId) throw refuse('EN-0')
  return ok(call, wireUser(call, userOf(call.world, person), false))
}

export const loginRoutes = (sessions: Sessions): readonly Route[] => [
  get('/login', 'user', (call) => ok(call, wireUser(call, call.person, expands(call, 'privileges')))),
  get('/login/sessions', 'sessions', (call) =>
    ok(
      call,
      unpaged(
        sessions.of(call.person).map(({ id, key, person }) => ({
          id,
          key,
          nick: person.nick,
          authType: 'ABIQUO',
          idUser: person.id,
          expirationDate: wireDate(sessions.expiry(call.now)),
          links: [
            link(
              'user',
              `${call.base}/admin/enterprises/${person.tenantId}/users/${person.id}`,
              'user',
              fullName(person),
            ),
            link(
              'enterprise',
              `${call.base}/admin/enterprises/${person.tenantId}`,
              'enterprise',
              call.world.tenants.get(person.tenantId)?.name ?? '',
            ),
          ],
        })),
      ),
    ),
  ),
  get('/admin/enterprises/:tenant/users/:user', 'user', user),
  {
    method: 'DELETE',
    path: '/login/sessions/:user/:key',
    offers: ['session'],
    answer: (call) => {
      const own = sessions.of(call.person).find(({ key }) => key === call.text('key'))
      if (own) sessions.end(own.id)
      return nothing
    },
  },
]
