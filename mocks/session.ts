import { people } from './people'
import type { Person } from './place-records'
import { uuid } from './random'
import { refuse } from './refusal'

interface Ticket {
  readonly person: Person
  readonly session: number
  /** In the device's time. */
  readonly until: number
}

export interface Session {
  readonly id: number
  readonly person: Person
  readonly key: string
}

/** Tokens live as long as this (`abiquo.auth.token.validseconds`), older ones beside newer ones. */
const validFor = 30 * 60_000

const decode = (text: string): string => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0))
  } catch {
    return ''
  }
}

const byPassword = (text: string): Person | null => {
  const [nick, ...rest] = decode(text).split(':')
  return people.find((person) => person.nick === nick && rest.join(':') === person.nick) ?? null
}

/**
 * Who may call. Tokens live in this object and are never written anywhere.
 * @param now The device's time in epoch milliseconds: a session lasts as long as a person sits there, however fast the
 *   simulator's own time runs.
 */
export function createSessions(now: () => number) {
  const tickets = new Map<string, Ticket>()
  let sessions: readonly Session[] = []
  let refuseNext = 0
  let count = 0

  return {
    /** 401 when the header names no one. */
    authenticate(header: string | null): { readonly person: Person; readonly session: number | null } {
      if (refuseNext > 0) {
        refuseNext -= 1
        tickets.clear()
        sessions = []
        throw refuse('401-UNAUTHORIZED')
      }
      const [scheme, value] = (header ?? '').split(' ')
      switch ((scheme ?? '').toLowerCase()) {
        case 'basic': {
          const person = byPassword(value ?? '')
          if (!person) throw refuse('GEN-5')
          return { person, session: null }
        }
        case 'token':
        case 'bearer': {
          const ticket = tickets.get(value ?? '')
          if (!ticket || ticket.until < now()) throw refuse('401-UNAUTHORIZED')
          return { person: ticket.person, session: ticket.session }
        }
        default:
          throw refuse('401-UNAUTHORIZED')
      }
    },

    /** A fresh token for the answer; older ones of the session stay valid for their time. */
    issue(person: Person, session: number | null): string {
      for (const [token, ticket] of tickets) if (ticket.until < now()) tickets.delete(token)
      count += 1
      const id = session ?? count
      if (session === null) sessions = [...sessions.slice(-20), { id, person, key: String(100_000 + count) }]
      const token = crypto.randomUUID?.() ?? uuid('token', now(), count)
      tickets.set(token, { person, session: id, until: now() + validFor })
      return token
    },

    end(session: number | null): void {
      for (const [token, ticket] of tickets) if (ticket.session === session) tickets.delete(token)
      sessions = sessions.filter(({ id }) => id !== session)
    },

    of: (person: Person): readonly Session[] => sessions.filter((one) => one.person.id === person.id),
    /** When a session that calls at `at` ends, in the time of `at`. */
    expiry: (at: number): number => at + validFor,
    /** The next so many calls are refused, and all tokens with them. */
    refuseNext: (calls: number): void => void (refuseNext = calls),
  }
}

export type Sessions = ReturnType<typeof createSessions>
