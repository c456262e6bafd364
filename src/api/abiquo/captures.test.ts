import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'

import { shortened } from '../fetching/kept'
import { addresses, linkOf } from './links'
import { toAllowance, toTenant } from './to-allowance'
import { toDisks } from './to-disks'
import { toPolicy } from './to-policy'
import { toTask } from './to-task'
import { toVm } from './to-vm'
import * as wire from './wire'
import * as admin from './wire-admin'
import { metadata } from './wire-metadata'
import { wantedBy } from './wire-read'
import * as work from './wire-work'

/** Calls recorded on real servers are not part of this repository; the check runs where a folder of them is at hand. */
const folder = resolve(process.env['HOLDFAST_CAPTURES'] ?? '../shared/captures/abiquo')

const capture = z.object({
  name: z.string(),
  headers: z.array(z.string()),
  status: z.number(),
  request: z.unknown(),
  response: z.unknown(),
})

const one = {
  virtualmachine: wire.virtualMachine,
  virtualmachineflat: wire.virtualMachine,
  virtualmachinewithnode: wire.virtualMachine,
  virtualmachinewithnodeextended: wire.virtualMachine,
  virtualmachinestate: work.virtualMachineState,
  datacenter: admin.datacenter,
  publiccloudregion: work.location,
  backuppolicy: work.backupPolicy,
  harddisk: work.hardDisk,
  volume: work.volume,
  acceptedrequest: wire.acceptedRequest,
  limit: admin.limit,
  metadata,
  rolewithldap: admin.role,
}

const many = {
  virtualmachines: wire.virtualMachines,
  virtualmachinesflat: wire.virtualMachines,
  virtualmachineswithnode: wire.virtualMachines,
  virtualmachineswithnodeextended: wire.virtualMachines,
  virtualdatacenters: wire.virtualDatacenters,
  datacenters: admin.datacenters,
  publiccloudregions: work.locations,
  backuppolicies: work.backupPolicies,
  harddisks: work.hardDisks,
  volumes: work.volumes,
  tasks: work.tasks,
  privileges: wire.privileges,
  enterprises: admin.enterprises,
  limits: admin.limits,
}

const entityOf = (headers: readonly string[], name: string): string | null => {
  const header = headers.find((line) => line.toLowerCase().startsWith(name))
  return /vnd\.abiquo\.([a-z-]+)\+json/.exec(header ?? '')?.[1] ?? null
}

const captures = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => capture.parse(JSON.parse(readFileSync(resolve(folder, name), 'utf8'))))
  : []

const answers = captures.flatMap(({ name, headers, status, response }) => {
  const entity = entityOf(headers, 'accept') ?? (status === 202 ? 'acceptedrequest' : null)
  return entity && response !== null && typeof response === 'object' ? [{ name, entity, body: response }] : []
})
const bodies = captures.flatMap(({ name, headers, request }) => {
  const entity = entityOf(headers, 'content-type')
  return entity && request !== null && typeof request === 'object' ? [{ name, entity, body: request }] : []
})

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Where something was said and nothing was read. A schema takes a member of a type that it does not expect for a missing
 * one, so that an answer is parsed tells little: what counts is that no known member was lost on the way.
 */
function lost(said: unknown, read: unknown, at: string): readonly string[] {
  if (said === null || said === undefined) return []
  if (read === null) return [at]
  if (Array.isArray(read)) {
    const list: unknown = isObject(said) ? said['collection'] : said
    if (!Array.isArray(list) || list.length !== read.length) return [at]
    return read.flatMap((row, index) => lost(list[index], row, `${at}[${index}]`))
  }
  if (!isObject(read) || !isObject(said)) return []
  return Object.entries(read).flatMap(([name, value]) => lost(said[name], value, `${at}.${name}`))
}

const places = addresses('http://localhost:9009/api')

/** The VMs of a list that have an address. */
const vmsOf = (body: unknown) =>
  wire.virtualMachines
    .parse(body)
    .rows.filter(({ links }) => linkOf(links, 'edit'))
    .map((machine) => toVm(places, machine, { datacenter: null, timeZoneOf: () => null }))

if (captures.length === 0) console.warn(`Recorded answers were not checked: there is no folder ${folder}`)

describe.skipIf(captures.length === 0)('recorded answers', () => {
  const single = [...answers, ...bodies].filter(({ entity }) => entity in one)
  const lists = answers.filter(({ entity }) => entity in many)
  const machines = answers.filter(({ entity }) => entity.startsWith('virtualmachine') && entity in many)

  test('there are some of each kind', () => {
    // Results, events, backup properties, managers and a sign-in are in no capture known to us.
    const found = new Set([...single, ...lists].map(({ entity }) => entity))
    expect([...found].toSorted()).toEqual([...Object.keys(one), ...Object.keys(many)].toSorted())
    expect(single.length).toBeGreaterThan(20)
    expect(lists.length).toBeGreaterThan(40)
  })

  test.each(single)('$name ($entity)', ({ entity, body }) => {
    const schema = Object.entries(one).find(([name]) => name === entity)?.[1]
    expect(lost(body, schema?.parse(body) ?? null, entity)).toEqual([])
  })

  test.each(lists)('$name ($entity)', ({ entity, body }) => {
    const schema = Object.entries(many).find(([name]) => name === entity)?.[1]
    const read = schema?.parse(body)
    expect(read?.unreadable).toBe(0)
    expect(lost(body, read?.rows ?? null, entity)).toEqual([])
  })

  test('every VM that has an address becomes one of ours, in a state that we know', () => {
    const vms = machines.flatMap(({ body }) => vmsOf(body))
    expect(vms.length).toBeGreaterThan(10)
    for (const vm of vms) {
      expect(vm).toMatchObject({ state: expect.not.stringMatching('unknown'), id: expect.stringMatching(/^[\d-]+$/) })
      // These versions do not say which policies a VM has: that is no answer, and not "none".
      expect(vm.assignments).toBeNull()
    }
  })

  test('what is kept of a long list says the same of each VM', () => {
    const kept = wantedBy(wire.virtualMachines)
    if (!kept) throw new Error('Nothing is kept')
    for (const { body } of machines) expect(vmsOf(shortened(body, kept))).toEqual(vmsOf(body))
    const long = JSON.stringify(machines.map(({ body }) => shortened(body, kept))).length
    expect(long).toBeLessThan(JSON.stringify(machines.map(({ body }) => body)).length / 2)
  })

  test('every policy keeps its configurations, under the early name of the periodicity too', () => {
    const policies = answers
      .filter(({ entity }) => entity === 'backuppolicy')
      .map(({ body }) => work.backupPolicy.parse(body))
    const configurations = policies.flatMap((policy) => toPolicy(places, policy).configurations)
    expect(configurations.length).toBeGreaterThan(3)
    for (const { type, timing } of configurations) {
      expect(type).not.toBe('unknown')
      expect(timing.every).not.toBe('unknown')
      expect(JSON.stringify(timing)).not.toContain('unread')
    }
  })

  test('every limit and every tenant is understood, and every datacenter that says so is somewhere', () => {
    const limits = answers.flatMap(({ entity, body }) => (entity === 'limits' ? admin.limits.parse(body).rows : []))
    expect(limits.length).toBeGreaterThan(2)
    for (const limit of limits) expect(toAllowance(places, limit).id).toMatch(/^\d+-\d+$/)
    const tenants = answers.flatMap(({ entity, body }) =>
      entity === 'enterprises' ? admin.enterprises.parse(body).rows : [],
    )
    expect(tenants.length).toBeGreaterThan(2)
    for (const tenant of tenants)
      expect(toTenant(places, tenant)).toEqual({ id: expect.stringMatching(/^\d+$/), name: expect.stringMatching(/./) })
  })

  test('metadata of a VM is read, whatever else is in it; none of those recorded holds a result', () => {
    const kept = [...answers, ...bodies].filter(({ entity }) => entity === 'metadata')
    expect(kept.length).toBeGreaterThan(3)
    for (const { body } of kept) expect(metadata.parse(body)).toEqual({ rows: [], unreadable: 0 })
  })

  test('every task and every disk is understood', () => {
    const tasks = answers.flatMap(({ entity, body }) => (entity === 'tasks' ? work.tasks.parse(body).rows : []))
    for (const task of tasks) expect(toTask(places, task, '').state).not.toBe('unknown')
    const disks = answers.flatMap(({ entity, body }) => (entity === 'harddisks' ? work.hardDisks.parse(body).rows : []))
    for (const disk of toDisks(disks, [])) expect(disk.sizeMb).toBeTypeOf('number')
  })
})
