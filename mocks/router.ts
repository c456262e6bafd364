import type { Route } from './call'

interface Compiled {
  readonly route: Route
  readonly pattern: RegExp
  readonly names: readonly string[]
}

interface Match {
  readonly route: Route
  readonly params: ReadonlyMap<string, string>
}

/** Finds the route of a method and path; the first that fits counts. */
export function createRouter(routes: readonly Route[]) {
  const compiled: readonly Compiled[] = routes.map((route) => ({
    route,
    names: [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''),
    pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, '([^/]+)')}/?$`),
  }))
  return (method: string, path: string): Match | null => {
    for (const { route, pattern, names } of compiled) {
      const found = route.method === method ? pattern.exec(path) : null
      if (found)
        return { route, params: new Map(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')])) }
    }
    return null
  }
}
