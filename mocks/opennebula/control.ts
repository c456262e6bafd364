import * as z from 'zod/mini'

import type { PersonReport } from '../control'
import { versions, type World } from './records'

/** `POST /simulator/settings` of OpenNebula's dialect. */
export const settings = z.strictObject({
  /** Another release: a new world. */
  version: z.optional(z.enum(versions)),
  latencyMs: z.optional(z.number().check(z.nonnegative())),
  /** So many seconds a token lives at most, as a site may have it. */
  tokenSeconds: z.optional(z.number().check(z.positive())),
  /** By name of the marketplace: what its uploads fail with; null when they do not. */
  uploadErrors: z.optional(z.record(z.string(), z.nullable(z.string()))),
  /** By name of the datastore: how its quota refuses backups; null when it does not. */
  quotas: z.optional(z.record(z.string(), z.nullable(z.string()))),
  /** By name of the VM. */
  vms: z.optional(
    z.record(
      z.string(),
      z.strictObject({
        driverError: z.optional(z.nullable(z.string())),
        stubborn: z.optional(z.boolean()),
        deaf: z.optional(z.boolean()),
      }),
    ),
  ),
})
export type Settings = z.infer<typeof settings>

/** Bends what is in the world. */
export function bend(world: World, { uploadErrors, quotas, vms }: Settings): void {
  for (const store of world.datastores.values()) {
    const quota = quotas?.[store.name]
    if (quota !== undefined) store.quota = quota
  }
  for (const market of world.markets.values()) {
    const error = uploadErrors?.[market.name]
    if (error !== undefined) market.uploadError = error
  }
  for (const vm of world.vms.values()) {
    const { driverError, stubborn, deaf } = vms?.[vm.name] ?? {}
    if (driverError !== undefined) vm.driverError = driverError
    vm.stubborn = stubborn ?? vm.stubborn
    vm.deaf = deaf ?? vm.deaf
  }
}

export const peopleReport = ({ people, groups }: World): readonly PersonReport[] =>
  people.map(({ name, gid, about }) => ({
    nick: name,
    name,
    role: gid === 0 ? 'oneadmin' : 'user',
    tenant: groups.get(gid) ?? '',
    about,
  }))
