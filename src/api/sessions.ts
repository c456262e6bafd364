import { ApiError } from './error'

/** The sessions of one adapter, one after the other. */
export function sessions() {
  let begun = 0
  return {
    begin: (): void => {
      begun += 1
    },
    /** A read. A late refusal about a session that has ended says nothing of the one that began since: it is asked again. */
    ask: async <T>(read: () => Promise<T>): Promise<T> => {
      const asked = begun
      try {
        return await read()
      } catch (error) {
        if (asked !== begun && error instanceof ApiError && error.kind === 'signed-out') return read()
        throw error
      }
    },
  }
}
