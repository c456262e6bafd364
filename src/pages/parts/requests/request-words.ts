/** Path and query of an address; the host is the same for all of them. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}
