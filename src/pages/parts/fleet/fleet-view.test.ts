import { describe, expect, test } from 'vitest'

import type { Outcome } from '~/domain/backup'
import { configuration, policy, vm as sampleVm } from '~/domain/samples'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'

import type { Surroundings, VmRow } from './fleet-rows'
import { choicesOf, filterRows, readView, sortRows, toggled, withoutFilters, writeView } from './fleet-view'
import * as judging from './judging'
import { prepareRows } from './row-maker'

const machine = (name: string, more: Partial<VirtualMachine> = {}): VirtualMachine =>
  sampleVm({ id: name, name, assignments: [{ policyId: '1', policyName: 'Nightly', values: [] }], ...more })

const ended = (vmId: string, outcome: Outcome, hour: number) => ({
  vmId,
  outcome,
  at: new Date(Date.UTC(2026, 0, 1, hour)),
  text: null,
})

const now = new Date(Date.UTC(2026, 0, 1, 6))
const nightly = { ...policy(configuration({ every: 'daily', time: { by: 'system' } })), id: '1' }

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  trail: {
    outcomes: [ended('web-2', 'good', 3), ended('web-10', 'failed', 5)],
    replanned: [],
    complete: true,
    wholeSince: new Date(Date.UTC(2025, 11, 24)),
    asOf: now,
  },
  policies: [nightly],
  pending: false,
  activity: [],
  judging,
  ...more,
})

const rows = prepareRows(
  [machine('web-10'), machine('web-2'), machine('db', { assignments: [], state: 'off' })],
  around(),
  now,
)
const states = (shown: readonly VmRow[]) => shown.map(({ protection }) => protection?.state ?? null)
const all = readView(new URLSearchParams())
const names = (shown: readonly VmRow[]): string[] => shown.map(({ vm }) => vm.name)

describe('what is known of a VM', () => {
  test('a policy and the newest outcome decide', () => {
    expect(states(rows)).toEqual(['failed', 'protected', 'not-protected'])
  })

  test('nothing is said of a protected VM while outcomes or policies are on their way', () => {
    const early = around({ policies: null, pending: true })
    expect(states(prepareRows([machine('web-2'), machine('b', { assignments: [] })], early, now))).toEqual([
      null,
      'not-protected',
    ])
  })

  test('without outcomes it is unknown, never protected', () => {
    expect(states(prepareRows([machine('a')], around({ trail: null }), now))).toEqual(['unknown'])
  })

  test('rows are the same while they say the same, and only those that changed are new', () => {
    const daily = policy(configuration({ every: 'hourly', hours: { by: 'policy', value: 1 } }))
    const vms = [machine('web-2'), machine('web-10'), machine('db', { assignments: [] })]
    const hourly = around({ policies: [{ ...daily, id: '1' }] })
    const early = new Date(Date.UTC(2026, 0, 1, 5, 30))
    const first = prepareRows(vms, hourly, early)
    expect(prepareRows(vms, { ...hourly }, new Date(early.getTime() + 60_000))).toBe(first)
    const later = prepareRows(vms, around({ policies: hourly.policies }), new Date(Date.UTC(2026, 0, 1, 6, 30)))
    expect(states(later)).toEqual(['unknown', 'failed', 'not-protected'])
    expect(later.map((row, place) => row === first[place])).toEqual([false, true, true])
  })
})

const found = (sought: readonly VmRow[], text: string) => names(filterRows(sought, { ...all, text }))

describe('search and filters', () => {
  test('every word must be somewhere, in any letter case', () => {
    expect(names(filterRows(rows, { ...all, text: ' NIGHTLY web ' }))).toEqual(['web-10', 'web-2'])
    expect(filterRows(rows, { ...all, text: 'web payroll' })).toEqual([])
  })

  test('whoever types on, takes letters away or types anew finds what a first search finds', () => {
    const typed = ['w', 'we', 'web', 'web-1', 'web-10', 'web-1', 'eb', 'e', 'nightly', 'nightly db', 'db n', 'db']
    const first = typed.map((text) => found([...rows], text))
    expect(typed.map((text) => found(rows, text))).toEqual(first)
    expect(found([...rows].slice(1), 'web')).toEqual(['web-2'])
  })

  test('an accent makes no difference, typed or not', () => {
    const inMalaga = prepareRows([machine('web-1', { datacenter: { id: 'm', name: 'Málaga' } })], around(), now)
    for (const text of ['malaga', 'MÁLAGA', 'malagá'])
      expect(names(filterRows(inMalaga, { ...all, text }))).toEqual(['web-1'])
  })

  test('values of one facet add up, facets narrow each other', () => {
    const some = toggled(toggled(all, 'protection', 'failed'), 'protection', 'not-protected')
    expect(names(filterRows(rows, some))).toEqual(['web-10', 'db'])
    expect(names(filterRows(rows, toggled(some, 'state', 'off')))).toEqual(['db'])
  })

  test('a second press takes a value out, clearing takes all', () => {
    const one = toggled(all, 'datacenter', 'Barcelona')
    expect(toggled(one, 'datacenter', 'Barcelona')).toEqual(all)
    expect(withoutFilters({ ...one, text: 'x' })).toEqual(all)
  })

  test('choices are counted, and one of the address stays though nothing has it', () => {
    expect(choicesOf(rows, 'protection', ['running'])).toEqual([
      { value: 'protected', count: 1 },
      { value: 'failed', count: 1 },
      { value: 'not-protected', count: 1 },
      { value: 'running', count: 0 },
    ])
  })

  test('a state that nobody knows is told apart by its own word', () => {
    const odd = prepareRows([machine('a', { state: 'unknown', stateText: 'MIGRATING' })], around(), now)
    expect(choicesOf(odd, 'state', [])).toEqual([{ value: 'MIGRATING', count: 1 }])
  })
})

describe('order', () => {
  test('numbers in names count as numbers', () => {
    expect(names(sortRows(rows, 'name', 'asc'))).toEqual(['db', 'web-2', 'web-10'])
    expect(names(sortRows(rows, 'name', 'desc'))).toEqual(['web-10', 'web-2', 'db'])
  })

  test('what needs care comes first, and never backed up is the oldest', () => {
    expect(names(sortRows(rows, 'protection', 'asc'))).toEqual(['web-10', 'db', 'web-2'])
    expect(names(sortRows(rows, 'outcome', 'asc'))).toEqual(['db', 'web-2', 'web-10'])
  })
})

describe('the address', () => {
  test('holds everything and nothing that goes without saying', () => {
    expect(writeView(all).toString()).toBe('')
    const address =
      'q=erp+db&protection=failed&protection=unknown&appliance=ERP+%E2%80%BA+Core&sort=outcome&direction=desc&view=table'
    expect(writeView(readView(new URLSearchParams(address))).toString()).toBe(address)
  })

  test('nonsense in it is left out', () => {
    expect(readView(new URLSearchParams('sort=price&direction=up&view=map'))).toEqual(all)
  })
})

test('the answer to the same question is kept, to another one it is made anew', () => {
  const double = remember((values: readonly number[], by: number) => values.map((value) => value * by))
  const values = [1, 2]
  const first = double(values, 2)
  expect(double(values, 2)).toBe(first)
  expect(double(values, 3)).toEqual([3, 6])
  expect(double(values, 2)).not.toBe(first)
})
