import type { Owned, Person, World } from './records'
import { codes, noSuch, Refused } from './refusal'
import type { Sent } from './xml-rpc'

/** One authenticated call. Parameters have the types that the method's signature asks for. */
export interface Call {
  readonly world: World
  /** Epoch seconds. */
  readonly now: number
  readonly person: Person
  readonly number: (at: number, otherwise?: number) => number
  readonly text: (at: number, otherwise?: string) => string
  readonly flag: (at: number, otherwise?: boolean) => boolean
}

export interface Method {
  readonly name: string
  /** A letter for each parameter: `i` whole number, `s` text, `b` truth value. */
  readonly takes: string
  /** Parameters that may be missing, after the others. */
  readonly may?: string
  readonly run: (call: Call) => string | number
}

export const isAdmin = ({ id, gid }: Person): boolean => id === 0 || gid === 0

const ways = { USE: 0, MANAGE: 1, ADMIN: 2 } as const
export type Way = keyof typeof ways

export function may(person: Person, { uid, gid, rights }: Owned, way: Way): boolean {
  if (isAdmin(person)) return true
  const has = (from: number): boolean => rights[from + ways[way]] === '1'
  return (person.id === uid && has(0)) || (person.gid === gid && has(3)) || has(6)
}

export const notAuthorized = ({ person }: Call, what: string): Refused =>
  new Refused(codes.authorization, `User [${person.id}] : Not authorized to perform ${what}.`)

/** An object that the person has the right to. */
export function found<T extends Owned>(
  call: Call,
  records: ReadonlyMap<number, T>,
  [kind, word]: readonly [kind: string, word: string],
  id: number,
  way: Way,
): T {
  const one = records.get(id)
  if (!one) throw noSuch(word, id)
  if (!may(call.person, one, way)) throw notAuthorized(call, `${way} ${kind} [${id}]`)
  return one
}

const letters = { i: 'number', s: 'string', b: 'boolean' } as const
const isLetter = (letter: string): letter is keyof typeof letters => letter in letters

/** -501 for a parameter of another type: the server takes no text for a number. */
export function wrongParameter({ takes, may: more = '' }: Method, params: readonly Sent[]): string | null {
  if (params.length < takes.length) return 'Not enough parameters'
  const all = takes + more
  if (params.length > all.length) return 'Too many parameters'
  const wrong = params.some((param, at) => {
    const letter = all.charAt(at)
    return isLetter(letter) && typeof param !== letters[letter]
  })
  return wrong ? 'Type error: Expected a different type' : null
}
