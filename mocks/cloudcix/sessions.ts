import type { Person, World } from './records'

interface Ticket {
  readonly uid: number
  /** In the device's milliseconds. */
  readonly until: number
}

const hour = 3_600_000
/** The first token lives longer than those that follow. */
const lives = { first: 2 * hour, next: hour } as const
const perSecond = 20

const base64 = (value: string): string => btoa(value).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const random = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return base64(String.fromCodePoint(...bytes))
}

/** Tokens that were given, and how fast their owners ask. Tokens are never written anywhere. */
export function createSessions(now: () => number) {
  const tickets = new Map<string, Ticket>()
  const asked = new Map<number, readonly number[]>()
  let most = perSecond

  const give = (uid: number, lifetime: number): string => {
    const until = now() + lifetime
    const claims = { uid, exp: Math.floor(until / 1_000) }
    const token = [JSON.stringify({ alg: 'RS256', typ: 'JWT' }), JSON.stringify(claims)].map(base64).join('.')
    const signed = `${token}.${random()}`
    tickets.set(signed, { uid, until })
    return signed
  }

  return {
    first: (uid: number): string => give(uid, lives.first),
    next: (uid: number): string => give(uid, lives.next),
    personOf: (world: World, token: string): Person | null => {
      const ticket = tickets.get(token)
      if (!ticket || ticket.until <= now()) return null
      return world.people.find(({ id }) => id === ticket.uid) ?? null
    },
    /** Seconds to wait, or null when the person may ask. */
    throttled: (uid: number): number | null => {
      const at = now()
      const recent = (asked.get(uid) ?? []).filter((one) => at - one < 1_000)
      if (recent.length >= most) return 1
      asked.set(uid, [...recent, at])
      return null
    },
    throttleAt: (limit: number): void => {
      most = limit
    },
    endAll: (): void => tickets.clear(),
  }
}

export type Sessions = ReturnType<typeof createSessions>
