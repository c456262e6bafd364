import { ApiError } from './error'

const removed = '•••'

/** A secret as it may come back: as it was typed, or as an address or a JSON text writes it. */
const formsOf = (secret: string): readonly string[] =>
  [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].toSorted((a, b) => b.length - a.length)

/**
 * What a write with a secret failed by, without that secret: platforms and what stands before them may repeat what they
 * were sent, and what they say is shown.
 */
export function withoutSecret(error: unknown, secret: string | null): unknown {
  if (!(error instanceof ApiError) || secret === null || secret === '') return error
  const clean = (text: string): string => formsOf(secret).reduce((rest, form) => rest.replaceAll(form, removed), text)
  const { kind, message, complaints, status, retryAfter, late, requestId, more } = error
  return new ApiError(kind, clean(message), {
    ...(status !== null && { status }),
    complaints: complaints.map(({ code, message: words }) => ({ code: clean(code), message: clean(words) })),
    retryAfter,
    late,
    requestId,
    more,
  })
}
