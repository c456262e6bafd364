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
  const complaints = error.complaints.map(({ code, message }) => ({ code: clean(code), message: clean(message) }))
  // What it was before, which would hold the secret, is no cause of it.
  return error.but({ message: clean(error.message), complaints }, null)
}
