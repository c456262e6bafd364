import type { Backup, Person, Vm, World } from './records'

/** One call of a person who is signed in. */
export interface Call {
  readonly world: World
  /** Epoch milliseconds. */
  readonly now: number
  readonly person: Person
  readonly params: URLSearchParams
  /** The body as an object; empty when there is none. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface Reply {
  readonly status: number
  readonly body: unknown
}

export const ok = (content: unknown): Reply => ({ status: 200, body: { content } })
export const created = (content: unknown): Reply => ({ status: 201, body: { content } })
export const page = (body: unknown): Reply => ({ status: 200, body })

/** Whether a person sees what belongs to an address: the own one; with a global right all of the company. */
export function sees({ world, person }: Call, address: number): boolean {
  if (person.id === 1 || address === person.address) return true
  const memberOf = (id: number): number | undefined => world.addresses.find((one) => one.id === id)?.member
  return person.global === true && memberOf(address) === memberOf(person.address)
}

export const vmsOf = (call: Call): readonly Vm[] =>
  Array.from(call.world.vms.values()).filter(({ project }) => sees(call, project.address))

export const backupsOf = (call: Call): readonly Backup[] =>
  Array.from(call.world.backups.values()).filter(({ vm }) => sees(call, vm.project.address))
