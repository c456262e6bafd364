import { expect } from 'vitest'

import type { Answer, Bench } from './bench'
import { listOf, type Members } from './body'

/** Path of the policies of a datacenter, or of one of them. */
export const admin = (datacenter: number, policy?: number): string =>
  `/admin/datacenters/${datacenter}/backuppolicies${policy === undefined ? '' : `/${policy}`}`
/** Where there is no policy yet. */
export const lisbon = 3

/** Lines of policies. */
export const daily = { type: 'COMPLETE', subtype: 'DAILY', time: '03:00:00 +0000' }
export const weekly = { type: 'COMPLETE', subtype: 'WEEKLY_PLANNED', time: '03:00:00 +0000', days: ['MONDAY'] }

/** A policy to be sent. */
export const draft = (backupConfigurations: unknown, rest: object = {}): object => ({
  code: 'LIS-NEW',
  name: 'New',
  backupConfigurations,
  links: [],
  ...rest,
})

export const create = (world: Bench, body: object, datacenter = lisbon, as = 'cloudadmin'): Promise<Answer> =>
  world.call(admin(datacenter), { method: 'POST', body, as })

export const read = async (world: Bench, datacenter: number, policy: number): Promise<Members> =>
  (await world.call(admin(datacenter, policy), { as: 'cloudadmin' })).body

/** Reads a policy and sends it back with other members. */
export const change = async (world: Bench, datacenter: number, policy: number, rest: object): Promise<Answer> =>
  world.call(admin(datacenter, policy), {
    method: 'PUT',
    body: { ...(await read(world, datacenter, policy)), ...rest },
    as: 'cloudadmin',
  })

export const remove = (world: Bench, datacenter: number, policy: number, as = 'cloudadmin'): Promise<Answer> =>
  world.call(admin(datacenter, policy), { method: 'DELETE', as })

export const linesOf = (policy: Members): readonly Members[] => listOf(policy['backupConfigurations'])

/** Gives a VM other policies, and lets the change come to its end. */
export async function give(world: Bench, label: string, ...backupPolicies: readonly object[]): Promise<void> {
  const body = { ...(await world.vm(label)), backupPolicies }
  expect((await world.call(await world.pathOf(label), { method: 'PUT', body, as: 'cloudadmin' })).status).toBe(202)
  await world.skip(10_000)
}

/** What the trail tells of policies since the world began. */
export const actionsOf = async (world: Bench): Promise<readonly unknown[]> => {
  const { rows } = await world.call('/events?component=BACKUP_POLICY&limit=0&by=id&asc=true', { as: 'cloudadmin' })
  return rows.filter(({ timestamp }) => String(timestamp) >= '2026-03-02').map((row) => row['actionPerformed'])
}
