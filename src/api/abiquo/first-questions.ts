import { asScript, type Outgoing } from '../fetching/fetch-here'
import type { VmQuery } from '../port'

/** The media type of an entity, e.g. `virtualmachine`, in a version, e.g. `5.2`. */
export const mediaType = (entity: string, version: string): string =>
  `application/vnd.abiquo.${entity}+json; version=${version}`

/** Who is signed in, with what that person may do. */
export const loginPath = '/login?expand=privileges'

/** Where all virtual datacenters in sight lie; so many rows are a window. */
export const locationsPath = '/cloud/virtualdatacenters?limit=1000'

/** A window of the VMs in sight, by name. */
export function vmsPath({ offset, limit, text, descending }: VmQuery): string {
  const query = new URLSearchParams({
    ...(offset > 0 && { startwith: String(offset) }),
    limit: String(limit),
    ...(text && { has: text }),
    by: 'name',
    ...(descending && { asc: 'false' }),
  })
  return `/cloud/virtualmachines?${query}`
}

/**
 * What a page asks first where a cookie may hold a session, word by word as the adapter asks it (a test holds the two
 * together); so that it can be asked before the adapter is there.
 * @param base Address of the API, absolute, at the page's own origin: a cookie goes nowhere else.
 * @param vms The first window of the list; null: the page that opens is another.
 */
export function firstQuestions(base: string, version: string, vms: VmQuery | null): readonly Outgoing[] {
  const question = (path: string, entity: string): Outgoing => ({
    url: new URL(base.replace(/\/+$/, '') + path).href,
    method: 'GET',
    headers: { ...asScript, Accept: mediaType(entity, version) },
    credentials: 'same-origin',
  })
  const who = question(loginPath, 'user')
  if (vms === null) return [who]
  return [who, question(locationsPath, 'virtualdatacenters'), question(vmsPath(vms), 'virtualmachines')]
}
