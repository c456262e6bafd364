import type { Person, World } from './records'
import { codes, Refused } from './refusal'

interface Ticket {
  readonly uid: number
  /** In the device's milliseconds. */
  readonly until: number
}

const denied = (): Refused => new Refused(codes.authentication, "User couldn't be authenticated, aborting call.")

/** So many tokens of a person live at once; who asks for another one is refused. */
const mostTokens = 10

const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Who may call: by name and password, which are the same here, or by a token. Tokens are never written anywhere. */
export function createSessions(now: () => number) {
  const tickets = new Map<string, Ticket>()
  let refuse = false
  let longest = Infinity

  return {
    /** The site lets no token live longer than so many seconds. */
    limit(seconds: number): void {
      longest = seconds
    },
    /** What the platform tells of a person's tokens: their texts, and when they end in epoch seconds. */
    tokensOf: ({ id }: Person): readonly (readonly [token: string, until: number])[] =>
      Array.from(tickets).flatMap(([token, { uid, until }]) =>
        uid === id ? [[token, Math.floor(until / 1_000)] as const] : [],
      ),
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
    /** An empty token: a new one. No seconds: the token ends; minus one: it never does. One that is there lives no longer. */
    login(person: Person, token: string, seconds: number): string {
      if (seconds === 0) {
        tickets.delete(token)
        return ''
      }
      for (const [one, { until }] of tickets) if (until <= now()) tickets.delete(one)
      if ([...tickets.values()].filter(({ uid }) => uid === person.id).length >= mostTokens)
        throw new Refused(codes.api, 'Max number of tokens limit reached.')
      const made = token === '' ? randomToken() : token
      const life = seconds < 0 ? longest : Math.min(seconds, longest)
      if (!tickets.has(made)) tickets.set(made, { uid: person.id, until: now() + life * 1_000 })
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
