import { type Call, ok, page, type Reply } from './call'
import { listed, type ListRules } from './lists'
import { apiKey } from './people'
import type { Person, World } from './records'
import { notFound, refuse } from './refusal'
import type { Sessions } from './sessions'
import { writePerson } from './write'

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function checkCodes({ otp, firstOtp }: Person, body: Readonly<Record<string, unknown>>): void {
  if (firstOtp !== undefined) {
    const given = textOf(body['first_otp'])
    if (given === '') throw refuse('membership_token_create_004')
    if (!/^\d+$/u.test(given)) throw refuse('membership_token_create_006')
    if (given !== firstOtp) throw refuse('membership_token_create_005')
  }
  if (otp === undefined) return
  const given = textOf(body['otp'])
  if (given === '') throw refuse('membership_token_create_007')
  if (given !== otp) throw refuse('membership_token_create_008')
}

/** Without a key the name and password are only confirmed; with it there is a token. */
export function login(world: World, body: Readonly<Record<string, unknown>>, sessions: Sessions): Reply {
  const { email, password, api_key: key } = body
  if (!email || !password) throw refuse('membership_token_create_001')
  const person = world.people.find((one) => one.email === email && one.password === password && !one.robot)
  if (!person) throw refuse('membership_token_create_002')
  if (key === undefined || key === '') return { status: 200, body: {} }
  if (key !== apiKey) throw refuse('membership_token_create_003')
  checkCodes(person, body)
  return { status: 201, body: { token: sessions.first(person.id) } }
}

const rules: ListRules<Person> = {
  code: 'membership_user_list_001',
  order: ['surname', 'id'],
  fields: {
    id: { kind: 'number', of: ({ id }) => id },
    email: { kind: 'text', of: ({ email }) => email },
    surname: { kind: 'text', of: ({ surname }) => surname },
  },
}

export const list = (call: Call): Reply =>
  page(listed(call.world.people, call.params, rules, (person) => writePerson(call.world, person)))

export function read(call: Call, id: number): Reply {
  const person = call.world.people.find((one) => one.id === id)
  if (!person) throw notFound()
  return ok(writePerson(call.world, person))
}
