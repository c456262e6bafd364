const script = import.meta.url

/**
 * The folder of this console on its host: `/`, or `/holdfast/` where it shares the host with others. Nobody has to name
 * it: the scripts of a build lie in `assets` below it.
 */
export const place = import.meta.env.PROD ? new URL('..', script).pathname : '/'

/** A path of the console as a path of its host: for what no router writes. */
export const onHost = (path: string, at = place): string => at.slice(0, -1) + path

/** The same as a whole address, for who takes it elsewhere. */
export const addressOf = (path: string): string => new URL(onHost(path), window.location.href).href

/** A path of the host, with whatever follows it, as one of the console. What lies beside the console stays as it is. */
export function onConsole(path: string, at = place): string {
  const whole = path === at.slice(0, -1) ? at : path
  return whole.startsWith(at) ? whole.slice(at.length - 1) : path
}

/** The path of the console that the page was opened at, or shows now. */
export const pathHere = (): string => onConsole(window.location.pathname)
