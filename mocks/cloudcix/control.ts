import * as z from 'zod/mini'

import type { PersonReport } from '../control'
import { addresses, apiKey, people } from './people'
import type { World } from './records'

/** `POST /simulator/settings` of CloudCIX's dialect. */
export const settings = z.strictObject({
  latencyMs: z.optional(z.number().check(z.nonnegative())),
  /** Requests in a second of a person; the platform's own are twenty. */
  perSecond: z.optional(z.number().check(z.positive())),
  /** VMs more than the seeded ones: a new world. */
  fleet: z.optional(z.number().check(z.nonnegative())),
  /** By name of the VM: whether its backups fail. */
  vms: z.optional(z.record(z.string(), z.strictObject({ broken: z.boolean() }))),
})
export type Settings = z.infer<typeof settings>

/** Bends what is in the world. */
export function bend(world: World, { vms }: Settings): void {
  for (const vm of world.vms.values()) vm.broken = vms?.[vm.name]?.broken ?? vm.broken
}

/** Who can sign in, with all that it takes. */
export const peopleReport = (): readonly PersonReport[] =>
  people
    .filter(({ robot }) => !robot)
    .map(({ email, password, firstName, surname, address, administrator, isPrivate, otp, firstOtp, about }) => ({
      nick: email,
      name: `${firstName} ${surname}`,
      role: administrator ? 'administrator' : isPrivate ? 'private' : 'user',
      tenant: addresses.find(({ id }) => id === address)?.name ?? '',
      about,
      password,
      more: {
        'api-key': apiKey,
        ...(otp !== undefined && { 'one-time-code': otp }),
        ...(firstOtp !== undefined && { 'first-code': firstOtp }),
      },
    }))
