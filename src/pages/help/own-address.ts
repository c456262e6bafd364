/**
 * An address that came from outside, where it leads to a page of this console; else null. It is read as a browser reads
 * it, which drops tabs and line breaks, takes `\` for `/`, and goes up for `..`: what begins with one `/` to the eye may
 * be another host.
 */
export function ownAddress(text: string, origin = location.origin): string | null {
  if (!text.startsWith('/') || !URL.canParse(text, origin)) return null
  const url = new URL(text, origin)
  return url.origin === origin && !url.pathname.startsWith('//') ? text : null
}
