import type { Person, World } from './records'
import { codes, Refused } from './refusal'

interface Ticket {
  readonly uid: number
  /** In the device's milliseconds. */
  readonly until: number
}

const denied = (): Refused => new Refused(codes.authentication, "User couldn't be authenticated, aborting call.")

const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Who may call: by name and password, which are the same here, or by a token. Tokens are never written anywhere. */
export function createSessions(now: () => number) {
  const tickets = new Map<string, Ticket>()
  let refuse = false

  return {
    /** `user:password` or `user:token`. */
    authenticate(world: World, session: string): Person {
      const [name = '', ...rest] = session.split(':')
      const secret = rest.join(':')
      const person = world.people.find((one) => one.name === name)
      const ticket = tickets.get(secret)
      if (!person || refuse) throw denied()
      const byToken = ticket !== undefined && ticket.uid === person.id && ticket.until > now()
      if (secret !== person.name && !byToken) throw denied()
      return person
    },
    /** An empty token: a new one. No seconds: the token ends; minus one: it never does. */
    login(person: Person, token: string, seconds: number): string {
      if (seconds === 0) {
        tickets.delete(token)
        return ''
      }
      const made = token === '' ? randomToken() : token
      tickets.set(made, { uid: person.id, until: seconds < 0 ? Infinity : now() + seconds * 1_000 })
      return made
    },
    endAll(): void {
      tickets.clear()
    },
    refuseAll(on: boolean): void {
      refuse = on
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
