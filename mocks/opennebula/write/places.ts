import type { Datastore, World } from '../records'
import { cdata, el, head, idList, permissions, plain, vector } from './element'

export const datastoreXml = (world: World, one: Datastore): string =>
  el(
    'DATASTORE',
    head(world, one) +
      permissions(one) +
      cdata('DS_MAD', one.mad) +
      cdata('TM_MAD', one.type === 3 ? '-' : 'qcow2') +
      plain('TYPE', one.type) +
      plain('DISK_TYPE', 0) +
      plain('STATE', 0) +
      idList('CLUSTERS', one.clusters) +
      plain('TOTAL_MB', 4_000_000) +
      plain('FREE_MB', one.freeMb) +
      plain('USED_MB', 4_000_000 - one.freeMb) +
      idList(
        'IMAGES',
        [...world.images.values()].filter(({ datastoreId }) => datastoreId === one.id).map(({ id }) => id),
      ) +
      vector('TEMPLATE', one.template),
  )

/** Hash and tokens come along, as they do from the platform; these are none that would open anything. */
export const userXml = (world: World, uid: number): string => {
  const person = world.people.find(({ id }) => id === uid)
  if (!person) return '<USER/>'
  return el(
    'USER',
    plain('ID', person.id) +
      plain('GID', person.gid) +
      idList('GROUPS', [person.gid]) +
      plain('GNAME', world.groups.get(person.gid) ?? '') +
      plain('NAME', person.name) +
      cdata('PASSWORD', 'a hash') +
      cdata('AUTH_DRIVER', 'core') +
      plain('ENABLED', 1) +
      el('TEMPLATE', cdata('TOKEN_PASSWORD', 'another hash')),
  )
}

/** The person with the tokens that live, as the platform tells them to whoever may read it. */
export const withTokens = (user: string, tokens: readonly (readonly [token: string, until: number])[]): string =>
  user.replace(
    '</USER>',
    `${tokens.map(([token, until]) => el('LOGIN_TOKEN', cdata('TOKEN', token) + plain('EXPIRATION_TIME', until) + plain('EGID', -1))).join('')}</USER>`,
  )
