/** Takes out of a technical text what must not leave this device: credentials, tokens, and the query part of addresses. */
export function scrub(text: string): string {
  return (
    text
      .replaceAll(/\b(Basic|Bearer)\s+[\w+/=.~-]+/gi, '$1 [removed]')
      // Looked for from where a value begins: a name before each of its parts would be looked for again and again.
      .replaceAll(
        /(?<=(?:token|password|secret|authorization|cookie)[\w-]*["']?\s{0,9}[:=]\s{0,9}["']?)[^\s"',;]+/gi,
        '[removed]',
      )
      .replaceAll(/(https?:\/\/)[^\s/@:]*:[^\s/@]*@/gi, '$1[removed]@')
      .replaceAll(/\?[^\s)"':]*/g, '?[removed]')
  )
}

/** The details of a failure for whoever looks into it: what, where and when, without secrets. */
export function details(error: unknown, now: Date): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : 'Unknown failure'
  return scrub([what, `at ${window.location.pathname}`, now.toISOString(), navigator.userAgent].join('\n'))
}

const isFrame = (line: string): boolean => /^\s+at |@\S+:\d/u.test(line)

/**
 * A failure for the browser's log: its name and its words in one line without marks of control, and where in the code it
 * was thrown. Secrets stay out, and so does what an error carries beside its words: answers of the platform, and causes.
 */
export function logged(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown failure'
  const words = `${error.name}: ${error.message}`.replaceAll(/\p{Cc}+/gu, ' ')
  return scrub([words, ...(error.stack ?? '').split('\n').filter(isFrame)].join('\n'))
}
