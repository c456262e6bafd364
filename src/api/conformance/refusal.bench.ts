import { ApiError } from '../error'

/** The error of what must not be done. */
export async function refusal(work: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await work.catch((cause: unknown) => cause)
  if (!(error instanceof ApiError)) throw new Error('It was not refused', { cause: error })
  return error
}
