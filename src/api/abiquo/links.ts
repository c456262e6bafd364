import { ApiError } from '../error'
import type { Link } from './wire'

/** Where the platform is, and which of its links we follow. */
export interface Addresses {
  /** The address of a path below the base, e.g. `/cloud/virtualmachines?limit=25`. */
  readonly at: (path: string) => URL
  /**
   * The path (with its query) of a link, below the base, dot segments resolved. A link counts only when it stays inside:
   * same origin, under the base's path, no user part. Rejects anything else with `ApiError` of kind `link`: a server that
   * names a stranger's address must not make the console send its token there.
   */
  readonly pathOf: (href: string) => string
}

const parse = (href: string, base?: URL): URL | null => (URL.canParse(href, base) ? new URL(href, base) : null)

/** The part of a URL below a root, or null when it lies elsewhere. */
function below(url: URL, root: URL): string | null {
  if (url.origin !== root.origin || url.username !== '' || url.password !== '') return null
  const folder = root.pathname.replace(/\/+$/, '')
  if (!url.pathname.startsWith(`${folder}/`)) return null
  return url.pathname.slice(folder.length) + url.search
}

const plain = /^\/[\w/-]+$/

/** What follows a beginning, when it is a plain path. */
const plainly = (href: string, beginning: string): string | null => {
  const path = href.startsWith(beginning) ? href.slice(beginning.length) : ''
  return plain.test(path) ? path : null
}

/**
 * @param base Address of the API, absolute or relative to the page.
 * @param canonicalLocation What the server believes its address to be, when a proxy stands between (Abiquo's property
 *   `abiquo.server.api.location`): links that start with it are taken for links below the base. Nothing is guessed.
 */
export function addresses(base: string, canonicalLocation?: string): Addresses {
  const page = typeof location === 'undefined' ? undefined : new URL(location.href)
  const root = parse(base, page)
  if (!root || !/^https?:$/.test(root.protocol)) throw new ApiError('link', `${base} is no address of an API`)
  const folder = new URL(`${root.pathname.replace(/\/+$/, '')}/`, root)
  const declared = canonicalLocation === undefined ? null : parse(canonicalLocation)
  const at = (path: string): URL => new URL(folder.pathname.slice(0, -1) + path, folder)
  const start = folder.href.slice(0, -1)
  const declaredStart = declared && declared.origin + declared.pathname.replace(/\/+$/, '')
  return {
    at,
    pathOf: (href) => {
      // Nearly all links are of this plain form, which nothing can resolve to another place; parsing ten a VM is slow.
      const known = plainly(href, start) ?? (declaredStart === null ? null : plainly(href, declaredStart))
      if (known !== null) return known
      // An empty text would resolve to the base itself.
      const url = href.trim() === '' ? null : parse(href, folder)
      const path = url && (below(url, folder) ?? (declared && below(url, declared)))
      // Resolved once more: what was rebased must lie below the base by its own path.
      if (!path || below(at(path), folder) !== path) throw new ApiError('link', 'A link leads out of the platform')
      return path
    },
  }
}

/** The first link of a rel. */
export const linkOf = (links: readonly Link[], rel: string): Link | null =>
  links.find((link) => link.rel === rel) ?? null

/** The path of the first link of a rel; null when there is none. Rejects a link that leads elsewhere. */
export function pathOfLink(places: Addresses, links: readonly Link[], rel: string): string | null {
  const link = linkOf(links, rel)
  return link ? places.pathOf(link.href) : null
}

/** The same for a part of a row that the row can do without: a link that leads elsewhere counts as none. */
export function ownPathOfLink(places: Addresses, links: readonly Link[], rel: string): string | null {
  try {
    return pathOfLink(places, links, rel)
  } catch {
    return null
  }
}

/**
 * The address of a path as the server writes its addresses, learnt from a link of its own: behind a proxy it knows itself
 * by another name. Without such a link it is ours.
 */
export function hrefLike(places: Addresses, links: readonly Link[], rel: string, path: string): string {
  const example = linkOf(links, rel)?.href ?? ''
  const known = ownPathOfLink(places, links, rel)
  return known !== null && example.endsWith(known) ? example.slice(0, -known.length) + path : places.at(path).href
}

/** The own address of an entity, and its title there. Throws `ApiError` (`link`, `contract`) without one that we may use. */
export function selfOf(
  places: Addresses,
  links: readonly Link[],
  what: string,
): { readonly path: string; readonly title: string } {
  const self = linkOf(links, 'edit') ?? linkOf(links, 'self')
  if (!self) throw new ApiError('contract', `A ${what} without a link to itself`)
  return { path: places.pathOf(self.href), title: self.title ?? '' }
}
