import { get, nothing, ok, type Reply, type Route, seesAll, type Call } from '../call'
import { fullName, people, personOf } from '../people'
import { refuse } from '../refusal'
import type { Sessions } from '../session'
import { link, unpaged, wireDate } from '../wire-objects/link'
import { wirePrivilegeList, wireUser } from '../wire-objects/person'

const expands = (call: Call, what: string): boolean =>
  call.query.getAll('expand').some((value) => value.split(',').includes(what))

function role(call: Call): Reply {
  const holder = people.find(({ roleId }) => roleId === call.param('role'))
  if (!holder || (!seesAll(call.person) && holder.roleId !== call.person.roleId)) throw refuse('ROLE-0')
  const self = `${call.base}/admin/roles/${holder.roleId}`
  return ok(call, {
    id: holder.roleId,
    name: holder.role,
    blocked: false,
    links: [
      link('edit', self, 'role', holder.role),
      link('privileges', `${self}/action/privileges`, 'privileges', 'privileges'),
    ],
  })
}

function rolePrivileges(call: Call): Reply {
  const holder = people.find(({ roleId }) => roleId === call.param('role'))
  if (!holder || (!seesAll(call.person) && holder.roleId !== call.person.roleId)) throw refuse('ROLE-0')
  return ok(call, wirePrivilegeList(call.base, holder))
}

function user(call: Call): Reply {
  const person = personOf(call.param('user'))
  if (!person || person.tenantId !== call.param('tenant')) throw refuse('USER-0')
  if (!seesAll(call.person) && person.tenantId !== call.person.tenantId) throw refuse('EN-0')
  return ok(call, wireUser(call, person, false))
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
  get('/admin/roles/:role', 'role', role),
  get('/admin/roles/:role/action/privileges', 'privileges', rolePrivileges),
  get('/config/privileges', 'privileges', (call) => ok(call, wirePrivilegeList(call.base, call.person))),
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
