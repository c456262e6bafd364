import { place } from '~/api/queries/place'

/** Where a deployment says how it is to be: beside `index.html`, so that one build serves everywhere. */
export const configAddress = `${place}config.json`

/** The server's answer; null: none came. */
export type ConfigAnswer = { readonly status: number; readonly text: string; readonly type: string } | null

const longestWait = 10_000

/** Asks for the file, past caches that do not ask again. */
export async function askConfig(): Promise<ConfigAnswer> {
  try {
    const response = await fetch(configAddress, {
      cache: 'no-cache',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(longestWait),
    })
    return {
      status: response.status,
      text: await response.text(),
      type: response.headers.get('content-type') ?? '',
    }
  } catch {
    return null
  }
}
