import type { Attributes, Vector } from '../attributes'
import type { Owned, World } from '../records'
import { escape } from '../xml-rpc'

/** The platform's objects as it writes them: core fields as plain text, attributes as CDATA, all in its order. */
export const el = (name: string, inside: string): string => `<${name}>${inside}</${name}>`
export const plain = (name: string, value: string | number): string => el(name, escape(String(value)))
export const cdata = (name: string, value: string | number): string =>
  el(name, `<![CDATA[${String(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
export const idList = (name: string, ids: readonly number[]): string =>
  el(name, ids.map((id) => plain('ID', id)).join(''))

export const vector = (name: string, members: Vector): string =>
  el(
    name,
    Object.entries(members)
      .map(([key, value]) => cdata(key, value))
      .join(''),
  )

export const attributesXml = (attributes: Attributes): string =>
  attributes
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (typeof value === 'string' ? cdata(name, value) : vector(name, value)))
    .join('')

const rightNames = ['OWNER_U', 'OWNER_M', 'OWNER_A', 'GROUP_U', 'GROUP_M', 'GROUP_A', 'OTHER_U', 'OTHER_M', 'OTHER_A']
export const permissions = ({ rights }: Owned): string =>
  el('PERMISSIONS', rightNames.map((name, at) => plain(name, rights[at] ?? '0')).join(''))

const personName = (world: World, uid: number): string => world.people.find(({ id }) => id === uid)?.name ?? ''

export const head = (world: World, one: Owned): string =>
  plain('ID', one.id) +
  plain('UID', one.uid) +
  plain('GID', one.gid) +
  plain('UNAME', personName(world, one.uid)) +
  plain('GNAME', world.groups.get(one.gid) ?? '') +
  plain('NAME', one.name)

export const pool = (name: string, rows: readonly string[]): string => el(name, rows.join(''))
export const named = (name: string, id: number, called: string): string =>
  el(name, plain('ID', id) + plain('NAME', called))
