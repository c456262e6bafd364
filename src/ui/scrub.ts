/** Takes out of a technical text what must not leave this device: credentials, tokens, and the query part of addresses. */
export function scrub(text: string): string {
  return text
    .replaceAll(/\b(Basic|Bearer)\s+[\w+/=.~-]+/gi, '$1 [removed]')
    .replaceAll(
      /\b((?:x-)?[\w-]*(?:token|password|secret|authorization|cookie)[\w-]*["']?\s*[:=]\s*["']?)[^\s"',;]+/gi,
      '$1[removed]',
    )
    .replaceAll(/(https?:\/\/)[^\s/@:]*:[^\s/@]*@/gi, '$1[removed]@')
    .replaceAll(/\?[^\s)"':]*/g, '?[removed]')
}

/** The details of a failure for whoever looks into it: what, where and when, without secrets. */
export function details(error: unknown, now: Date): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : 'Unknown failure'
  return scrub([what, `at ${window.location.pathname}`, now.toISOString(), navigator.userAgent].join('\n'))
}
