import { describe, expect, test } from 'vitest'

import type { Assignment, ConfigurationValues } from '~/domain/assignment'

import { fromAssignments } from './from-assignment'
import { addresses } from './links'
import { revisionOf, toAssignments } from './to-assignment'
import { assignedPolicy } from './wire'
import { backupPolicy, type BackupPolicyOnWire } from './wire-work'

const base = 'https://cloud.example/api'
const places = addresses(base)

const link = (id: number, side = 'cloud/locations') => ({
  rel: 'policy',
  type: 'application/vnd.abiquo.backuppolicy+json',
  href: `${base}/${side}/2/backuppolicies/${id}`,
})

const policy = (id: number, lines: BackupPolicyOnWire['backupConfigurations']) =>
  [
    `2-${id}`,
    backupPolicy.parse({
      name: `Policy ${id}`,
      backupConfigurations: lines,
      links: [{ ...link(id), rel: 'edit', title: `Policy ${id}` }],
    }),
  ] as const

const known = new Map([
  policy(14, [
    { type: 'COMPLETE', subtype: 'DAILY', time: 'DEFINED_IN_VM' },
    { type: 'FILESYSTEM', subtype: 'WEEKLY_PLANNED' },
  ]),
  policy(15, [{ type: 'complete', period: 'defined_hour' }]),
])

const at = (hour: number, offset = 60) => ({ hour, minute: 30, second: 0, offset })
const daily = (more: Partial<ConfigurationValues> = {}): ConfigurationValues => ({
  key: 'COMPLETE/DAILY',
  time: at(2),
  content: { kind: 'all' },
  ...more,
})
const chosen = (id: number, ...values: readonly ConfigurationValues[]): Assignment => ({
  policyId: `2-${id}`,
  policyName: '',
  values,
})

const existing = {
  code: '',
  name: null,
  links: [{ ...link(14), extra: true }],
  backupConfigurations: [
    { type: 'COMPLETE', subtype: 'DAILY', time: '02:30:00 +0100', sources: ['31'], note: 'kept' },
    { type: 'FILESYSTEM', subtype: 'WEEKLY_PLANNED', time: 'at dawn', days: ['monday'], sources: ['/etc'] },
  ],
}
const [line, files] = existing.backupConfigurations

const save = (before: readonly unknown[], ...after: readonly Assignment[]) =>
  fromAssignments(places, before, after, known)

describe('policies of a VM as they are sent', () => {
  test('a new one links to the policy of the datacenter and says what the VM gives, in the words of the policy', () => {
    expect(save([], chosen(14, daily({ content: { kind: 'disks', ids: ['31', '32'] } })))).toEqual([
      {
        links: [{ ...link(14), title: 'Policy 14' }],
        backupConfigurations: [{ type: 'COMPLETE', subtype: 'DAILY', time: '02:30:00 +0100', sources: ['31', '32'] }],
      },
    ])
    const once: ConfigurationValues = {
      key: 'COMPLETE/DEFINED_HOUR',
      at: '2026-03-29T02:30:00+01:00',
      content: { kind: 'all' },
    }
    expect(save([], chosen(15, once))).toMatchObject([
      { backupConfigurations: [{ type: 'complete', period: 'defined_hour', time: '2026/03/29 02:30:00 +0100' }] },
    ])
  })

  test('nothing to say is nothing said', () => {
    expect(save([], chosen(14, { key: 'COMPLETE/DAILY', content: { kind: 'all' } }))).toMatchObject([
      { backupConfigurations: [] },
    ])
  })

  test('what was read and is sent again is the very same', () => {
    const [assignment] = toAssignments(places, [assignedPolicy.parse(existing)]) ?? []
    expect(save([existing], ...(assignment ? [assignment] : []))[0]).toBe(existing)
    // An offset that someone chose stays, even where the same instant has another name.
    expect(save([existing], chosen(14, daily({ content: { kind: 'disks', ids: ['31'] } })))[0]).toBe(existing)
  })

  test('one changed value changes that value only', () => {
    const [element] = save([existing], chosen(14, daily({ content: { kind: 'disks', ids: ['31', '32'] } })))
    expect(element).toEqual({
      ...existing,
      backupConfigurations: [{ ...line, sources: ['31', '32'] }, files],
    })
    const [later] = save([existing], chosen(14, daily({ time: at(3), content: { kind: 'disks', ids: ['31'] } })))
    expect(later).toMatchObject({ backupConfigurations: [{ ...line, time: '03:30:00 +0100' }, files] })
  })

  test('all disks again takes the single ones away', () => {
    expect(save([existing], chosen(14, daily()))).toMatchObject([
      { backupConfigurations: [{ ...line, sources: [] }, files] },
    ])
  })

  test('one that is not chosen any more goes', () => {
    expect(save([existing])).toEqual([])
    expect(save([existing], chosen(15))).toMatchObject([{ links: [{ href: link(15).href }] }])
  })

  test('one that is out of sight or cannot be read stays', () => {
    const unseen = { links: [link(99)], backupConfigurations: null }
    const hostile = { links: [{ rel: 'policy', href: 'https://evil.example/x' }] }
    expect(save([null, unseen, 7, hostile, existing])).toEqual([null, unseen, 7, hostile])
  })

  test("the administrators' address of a policy is the same policy", () => {
    const element = { ...existing, links: [link(14, 'admin/datacenters')] }
    expect(save([element], chosen(14))[0]).toBe(element)
  })

  test('a policy that is not offered is not found', () => {
    expect(() => save([], chosen(99))).toThrow(expect.objectContaining({ kind: 'not-found' }))
  })

  test('a date without an offset is never sent', () => {
    const values = { key: 'COMPLETE/DEFINED_HOUR', at: '2026-03-29T02:30:00', content: { kind: 'all' } } as const
    expect(() => save([], chosen(15, values))).toThrow(expect.objectContaining({ kind: 'invalid' }))
  })
})

const stampOf = (...elements: readonly unknown[]): string =>
  revisionOf(
    places,
    elements.map((element) => assignedPolicy.parse(element)),
  )

describe('the revision', () => {
  const other = { links: [link(15)], backupConfigurations: null }

  test('does not see order, names and other members', () => {
    const turned = { ...existing, name: 'Gold', backupConfigurations: [files, { ...line, note: '' }] }
    expect(stampOf(turned, other)).toBe(stampOf(other, existing))
  })

  test('sees each value', () => {
    for (const change of [{ time: '02:30:00 +0200' }, { sources: ['32'] }, { subtype: 'MONTHLY' }])
      expect(stampOf({ ...existing, backupConfigurations: [{ ...line, ...change }, files] })).not.toBe(
        stampOf(existing),
      )
    expect(stampOf(existing, other)).not.toBe(stampOf(existing))
    expect(stampOf()).not.toBe(revisionOf(places, null))
  })
})
