import type { ApiError } from './error'
import type { Request } from './http'

type Asked = Pick<Request, 'url' | 'headers'>

let prepare = (error: ApiError, _asked: Asked): Promise<ApiError> => Promise.resolve(error)

/** Chooses what is done before a refusal of the platform is told: fetching its words, and finding out more. */
export function beforeRefusals(how: typeof prepare): void {
  prepare = how
}

/** The browser tells no more of an answer that it keeps from this page than of none. */
const isKeptBack = ({ kind, status }: ApiError, { url }: Asked): boolean =>
  kind === 'offline' && status === null && url.origin !== globalThis.location?.origin

/** Waits for that. Without it a refusal is told less well, and told all the same. */
export const readyToTell = async (error: ApiError, asked: Asked): Promise<ApiError> =>
  error.code === null && error.status !== 406 && !isKeptBack(error, asked)
    ? error
    : prepare(error, asked).catch(() => error)
