import { ApiError } from '../error'

/**
 * A part of the adapter whose code comes with the first question to it, once; a fetch that failed is tried again. Rejects
 * with `offline` while it cannot be had.
 */
export function fetched<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | null = null
  return () => {
    part ??= load().catch((cause: unknown) => {
      part = null
      throw new ApiError('offline', 'A part of the console cannot be fetched', { cause })
    })
    return part
  }
}
