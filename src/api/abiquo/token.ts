/**
 * The session's token, kept in this closure and nowhere else: never in a storage, an address or a log. Each answer may
 * bring a newer one. Answers to parallel requests come in any order, so a token counts by when its request started.
 */
export interface TokenKeeper {
  /** Numbers a request; pass it back with its answer. */
  readonly start: () => number
  readonly get: () => string | null
  /** Takes the token of an answer, unless a younger request already brought one. */
  readonly take: (request: number, token: string) => void
  /** Forgets the token and gives it once more. Answers to requests that started before bring none back. */
  readonly drop: () => string | null
}

/** A keeper without a token. It numbers requests: answers may come in another order. */
export function tokenKeeper(): TokenKeeper {
  let newest = 0
  let held: { readonly since: number; readonly token: string | null } = { since: 0, token: null }
  return {
    start: () => ++newest,
    get: () => held.token,
    take: (request, token) => {
      if (request > held.since) held = { since: request, token }
    },
    drop: () => {
      const { token } = held
      held = { since: newest, token: null }
      return token
    },
  }
}

/** The header of a name and a password, any letters. */
export const basic = (user: string, password: string): string =>
  `Basic ${btoa(Array.from(new TextEncoder().encode(`${user}:${password}`), (byte) => String.fromCodePoint(byte)).join(''))}`
