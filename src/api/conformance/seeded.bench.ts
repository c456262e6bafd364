import type { VirtualMachine } from '~/domain/virtual-machine'

import type { Platform } from '../port'

/** A thing that a test builds on; throws where the seeded world has none. */
export const found = <T>(thing: T | undefined, name: string): T => {
  if (thing === undefined) throw new Error(`There is no ${name}`)
  return thing
}

/** A VM of the seeded world. */
export async function vmNamed(api: Platform, name: string): Promise<VirtualMachine> {
  const { rows } = await api.listVms({ offset: 0, limit: 1_000 })
  return found(
    rows.find((row) => row.name === name),
    name,
  )
}
