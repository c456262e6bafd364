import { expect, vi } from 'vitest'

import type { Assignment } from '~/domain/assignment'
import type { Backup } from '~/domain/backup'
import type { Datacenter } from '~/domain/datacenter'
import type { BackupPolicy, OfferedPolicy } from '~/domain/policy'
import { allBackups } from '~/domain/samples'
import { isOver, type Task } from '~/domain/task'
import type { Allowance } from '~/domain/tenant'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { abiquoBench } from '../abiquo/abiquo.bench'
import type { Accepted, Platform, ProtectionChange } from '../port'
import type { Bench } from './conformance.bench'
import { found } from './seeded.bench'

/** Each adapter with its dialect of the simulator. What the port promises holds for all of them. */
export const benches: readonly (readonly [name: string, bench: () => Bench])[] = [['abiquo', abiquoBench]]

/** In milliseconds. */
export const minute = 60_000
export const day = 24 * 60 * minute

/** Takes a fresh world, and signs a person in. */
export async function enter(newBench: () => Bench, nick = 'operator') {
  const bench = newBench()
  vi.stubGlobal('fetch', bench.fetch)
  return { ...bench, actor: await bench.api.signIn({ user: nick, password: nick }) }
}

/** A policy that a VM may use. */
export async function policyCalled(api: Platform, vm: VirtualMachine, name: string): Promise<BackupPolicy> {
  const { rows } = await api.listPolicies(vm.id)
  return found(
    rows.find((row) => row.name === name),
    name,
  )
}

/** A datacenter as administrators see it. */
export async function datacenterCalled(api: Platform, name: string): Promise<Datacenter> {
  const { rows } = await api.listDatacenters()
  return found(
    rows.find((row) => row.name === name),
    name,
  )
}

/** A policy of a datacenter as administrators see it. */
export async function offerCalled(api: Platform, datacenterId: string, name: string): Promise<OfferedPolicy> {
  const { rows } = await api.listOfferedPolicies(datacenterId)
  return found(
    rows.find((row) => row.name === name),
    name,
  )
}

/** What a tenant may use in a datacenter. */
export async function allowanceOf(api: Platform, datacenterId: string, tenant: string): Promise<Allowance> {
  const { rows } = await api.listAllowances(datacenterId)
  return found(
    rows.find((row) => row.tenant.name === tenant),
    tenant,
  )
}

/** The newest good backup that nobody restored yet. */
export async function goodBackup(api: Platform, vm: VirtualMachine): Promise<Backup> {
  const { rows } = await api.listBackups(vm.id, allBackups)
  return found(
    rows.find(({ outcome, restores }) => outcome === 'good' && restores.length === 0),
    `good backup of ${vm.name}`,
  )
}

/** A task from its first moment to its end. */
export async function follow({ api, skip }: Bench, { task }: Accepted): Promise<Task> {
  const id = found(task ?? undefined, 'task to follow')
  expect(isOver(await api.getTask(id))).toBe(false)
  await skip(2 * 60 * minute)
  return api.getTask(id)
}

/** How many requests were sent that change something. */
export const writes = ({ sent }: Bench): number => sent.filter(({ method }) => method !== 'GET').length

/** A save that is based on what this VM had when it was read. */
export const assign = (vm: VirtualMachine, assignments: readonly Assignment[]): ProtectionChange => ({
  assignments,
  basedOn: vm.revision,
})

/** A policy with nothing for the VM to decide. */
export const plain = (policyId: string): Assignment => ({ policyId, policyName: '', values: [] })
