import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { ApiError } from '../error'
import { backupId, backupPath, placeId, taskId, taskPath, vmId, vmPath } from './ids'
import { addresses } from './links'
import { toPage } from './read-all'
import { readDateTime, readHours, readInstant, readTimeOfDay, writeDateTime, writeTimeOfDay } from './times'
import { toAllowance, toTenant } from './to-allowance'
import { toBackup } from './to-backup'
import { toDisks } from './to-disks'
import { toEvent } from './to-event'
import { toKeptBackup } from './to-kept-backup'
import { toDatacenter, toManager, toSystemType } from './to-manager'
import { toOfferedPolicy, toPolicy } from './to-policy'
import { toRole } from './to-role'
import { toTask } from './to-task'
import { toVm } from './to-vm'
import * as wire from './wire'
import * as admin from './wire-admin'
import { metadata } from './wire-metadata'
import * as work from './wire-work'

const places = addresses('https://cloud.example/api')
const own = 'https://cloud.example/api/cloud/virtualdatacenters/4/virtualappliances/9/virtualmachines/77'
const around = { datacenter: null, timeZoneOf: () => null }

/** The rows of a collection, as an integration would have written them into the metadata of a VM. */
const kept = (json: unknown) => {
  const { collection: results } = wire.entity.parse(json)
  return { ...metadata.parse({ metadata: { backupResults: { results } } }), total: null }
}

/** What a list of each kind comes to, as an adapter reads it. */
const lists: Readonly<Record<string, (json: unknown) => { readonly rows: readonly unknown[]; unreadable: number }>> = {
  virtualmachines: (json) => toPage(wire.virtualMachines.parse(json), (one) => toVm(places, one, around)),
  backuppolicies: (json) => toPage(work.backupPolicies.parse(json), (one) => toPolicy(places, one)),
  'backuppolicies, offered': (json) => toPage(work.backupPolicies.parse(json), (one) => toOfferedPolicy(places, one)),
  backupresults: (json) => toPage(work.backupResults.parse(json), (one) => toBackup(places, one, '/x/backup/results')),
  'backupresults, in metadata': (json) => toPage(kept(json), (one) => toKeptBackup(one, '/x/metadata')),
  tasks: (json) => toPage(work.tasks.parse(json), (one) => toTask(places, one, '/x/tasks')),
  events: (json) => toPage(work.events.parse(json), toEvent),
  harddisks: (json) => toPage(work.hardDisks.parse(json), (one) => toDisks([one], [])),
  volumes: (json) => toPage(work.volumes.parse(json), (one) => toDisks([], [one])),
  backupplugintypes: (json) => toPage(work.backupPluginTypes.parse(json), toSystemType),
  datacenters: (json) => toPage(admin.datacenters.parse(json), (one) => toDatacenter(places, one, () => null)),
  backupmanagers: (json) => toPage(admin.backupManagers.parse(json), (one) => toManager(places, one, '/x')),
  enterprises: (json) => toPage(admin.enterprises.parse(json), (one) => toTenant(places, one)),
  limits: (json) => toPage(admin.limits.parse(json), (one) => toAllowance(places, one)),
  roles: (json) => toPage(admin.roles.parse(json), (one) => toRole(places, one)),
}

const names =
  'id name label links collection state type status timestamp creationTimestamp backupPolicies backupConfigurations subtype time days sources jobs restores taskId creationDate date size restore restoreInfo result sizeInMb sequence constraints operations replication cpu ram __proto__'.split(
    ' ',
  )
const link = fc.record({
  rel: fc.constantFrom('edit', 'self', 'backuppolicy', 'policy', 'disk0', 'location', 'enterprise', 'status'),
  href: fc.oneof(fc.constant(own), fc.webUrl(), fc.string()),
  title: fc.option(fc.oneof(fc.string(), fc.integer())),
})
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(link, { maxLength: 3 }),
  fc.constantFrom('2026/03/29 02:30:00 +0100', '02:30:00 +0100', 'DEFINED_IN_VM', 'HOURLY', 'COMPLETE', 'monday'),
  fc.array(fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 4 }), { maxLength: 2 }),
)
const row = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 }))
const good = { id: 1, taskId: '1', type: 'COMPLETE', timestamp: 1_709_280_900, links: [{ rel: 'edit', href: own }] }

test.each(Object.entries(lists))(
  '26 %s: whatever a row holds, no row is lost uncounted and none breaks the list',
  (_, read) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        // As it comes over the wire: `__proto__` is a member like any other.
        const json: unknown = JSON.parse(JSON.stringify({ collection: rows }))
        const { rows: usable, unreadable } = read(json)
        expect(usable.length + unreadable).toBe(rows.length)
        expect(JSON.stringify(usable)).not.toMatch(/"(?:Invalid Date|NaN|undefined|\[object Object\])"/)
        expect(Reflect.has({}, 'polluted')).toBe(false)
      }),
      { numRuns: 60 },
    )
    const alone = read({ collection: [good] })
    const among = read({ collection: [null, 7, 'x', good, [], { links: 3 }] })
    expect(among.rows).toEqual(expect.arrayContaining([...alone.rows]))
  },
)

test('a link is followed inside the base only, whatever it is', () => {
  const parts = fc.array(fc.constantFrom('..', '.', 'a', '%2e%2e', '\\', '', '@', ':', '?', '#', '//', 'api', '\t'), {
    maxLength: 8,
  })
  const start = fc.constantFrom('https://cloud.example/api/', '/api/', '//', 'https://', 'javascript:', '', 'http:')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.tuple(start, parts).map(([a, b]) => a + b.join('/')),
      ),
      (href) => {
        try {
          const path = places.pathOf(href)
          expect(places.at(path).href.startsWith('https://cloud.example/api/')).toBe(true)
          expect(places.pathOf(places.at(path).href)).toBe(path)
        } catch (error) {
          if (!(error instanceof ApiError) || error.kind !== 'link') throw error
        }
      },
    ),
    { numRuns: 400 },
  )
})

const segment = fc.oneof(fc.nat().map(String), fc.stringMatching(/^[\w-]{1,8}$/))
const ids: readonly (readonly [string, fc.Arbitrary<string>, (path: string) => string, (id: string) => string])[] = [
  ['VM', segment.map((one) => `/a/virtualmachines/${one}`), vmId, vmPath],
  ['task', segment.map((one) => `/a/b/tasks/${one}`), taskId, taskPath],
  ['result', segment.map((one) => `/r/${one}`), (path) => backupId(path, '/r'), (id) => backupPath(id, '/r')],
]

test.each(ids)(
  'the id of a %s leads back to the very path, and any other text leads nowhere or to itself',
  (_, paths, toId, toPath) => {
    fc.assert(
      fc.property(paths, (path) => {
        expect(toPath(toId(path))).toBe(path)
      }),
      { numRuns: 100 },
    )
    const odd = fc.oneof(
      fc.string(),
      fc.string().map((text) => `~${Buffer.from(text).toString('base64url')}`),
    )
    fc.assert(
      fc.property(odd, (id) => {
        try {
          expect(toId(toPath(id))).toBe(id)
        } catch (error) {
          if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error
        }
      }),
      { numRuns: 300 },
    )
  },
)

test('any path has an id that is safe in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(placeId(path)).toMatch(/^[\w~-]+$/)
    }),
  )
})

test('times: any text is read without harm, and what was read is written and read the same', () => {
  const digits = fc.stringMatching(/^[-0-9/:+ TZ.]{0,26}$/)
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (text) => {
      const [at, time, hours, instant] = [readDateTime(text), readTimeOfDay(text), readHours(text), readInstant(text)]
      expect(time && readTimeOfDay(writeTimeOfDay(time))).toEqual(time)
      expect(at === null || readDateTime(writeDateTime(at) ?? '') !== null).toBe(true)
      expect(hours === null || (hours >= 1 && hours <= 24)).toBe(true)
      expect(Number.isNaN(instant?.getTime() ?? 0)).toBe(false)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.double(), (count) => {
      expect(Number.isNaN(readInstant(count)?.getTime() ?? 0)).toBe(false)
    }),
  )
})
