import { describe, expect, test } from 'vitest'

import { type Privilege, privileges } from '~/domain/privilege'
import { actor, anyone, site, situation, task, vm } from '~/domain/samples'
import type { Situation } from '~/domain/situation'

import { consoleEntries } from './palette-console'
import type { Entry } from './palette-entry'
import { look, stepTo } from './palette-look'
import { pageEntries } from './palette-pages'
import { vmActions, vmEntry, vmEntryId } from './palette-vm'
import { remembered } from './remembered'

const viewer = actor('vms.view', 'events.view')
const nothing = { used: [], visited: [] }

const verdictOf = (entries: readonly Entry[], name: string): string => {
  const found = entries.find((entry) => entry.name.text === name)
  if (!found) return 'not offered'
  if (!found.verdict) return 'not known'
  return found.verdict.ok ? 'ok' : found.verdict.because
}
const onVm = (change: Partial<Situation>, name: string): string => verdictOf(vmActions(situation(change), true), name)

describe('what can be done with a VM', () => {
  test('everything, for who may do everything', () => {
    const offered = vmActions(situation(), true)
    expect(offered.filter(({ verdict }) => !verdict?.ok)).toEqual([])
    expect(offered.map(({ name }) => name.text)).toContain('Power off')
    expect(offered.map(({ name }) => name.text)).not.toContain('Power on')
  })

  test('what a viewer may not do stays, with the reason and who can', () => {
    const offered = vmActions(situation({ actor: viewer }), true)
    const backUp = offered.find(({ name }) => name.text === 'Back up now')
    expect(backUp?.verdict).toMatchObject({ ok: false, who: expect.stringMatching(/administrator/iu) })
    for (const name of ['Restore…', 'Choose backup policies', 'Timeline', 'Backup results', 'Power off', 'Undeploy'])
      expect(verdictOf(offered, name)).not.toBe('ok')
    for (const name of ['Overview of the VM', 'Backup events', 'Tasks']) expect(verdictOf(offered, name)).toBe('ok')
  })

  test('a VM that something holds, one that is not deployed, and no network', () => {
    const held = { task: task('backup') }
    for (const name of ['Back up now', 'Restore…', 'Choose backup policies', 'Power off', 'Undeploy'])
      expect(onVm(held, name)).toMatch(/backup/iu)
    const apart = { vm: vm({ state: 'not-deployed' }) }
    expect(onVm(apart, 'Deploy')).toBe('ok')
    expect(onVm(apart, 'Undeploy')).toBe('not offered')
    expect(onVm(apart, 'Back up now')).toMatch(/deployed/iu)
    expect(onVm({ online: false }, 'Restore…')).toMatch(/connection/iu)
    expect(onVm({ site: site({ can: { restore: false } }) }, 'Restore…')).toMatch(/Veeam 10/u)
  })

  test('nothing is promised before it is known what the backup system can do', () => {
    const early = vmActions(situation(), false)
    expect(verdictOf(early, 'Back up now')).toBe('not known')
    expect(verdictOf(early, 'Timeline')).toBe('ok')
  })

  test('none of it writes: what would, asks first', () => {
    for (const { act } of vmActions(situation(), true)) expect(['go', 'ask']).toContain(act.do)
  })
})

const places = [{ to: '/vms', label: () => 'Virtual machines' }]
const barcelona = { id: '1', name: 'Barcelona', location: 'Spain', timeZone: null }
const without = (absent: Privilege) => actor(...privileges.filter((one) => one !== absent))

describe('pages', () => {
  test('of a datacenter, under the verdicts of its backup side', () => {
    const pages = pageEntries({ actor: anyone, online: true }, places, [barcelona], [{ id: '7', name: 'Acme' }])
    expect(verdictOf(pages, 'Policies of Barcelona')).toBe('ok')
    expect(verdictOf(pages, 'Acme')).toBe('ok')
    const offline = pageEntries({ actor: anyone, online: false }, places, [barcelona], [])
    expect(verdictOf(offline, 'Policies of Barcelona')).toBe('ok')
    expect(verdictOf(offline, 'New policy in Barcelona')).toMatch(/connection/iu)
    const apart = pageEntries({ actor: without('infrastructure.backup'), online: true }, places, [barcelona], [])
    expect(verdictOf(apart, 'Policies of Barcelona')).not.toMatch(/^(ok|not offered)$/u)
  })

  test('lists of VMs are for those who see VMs', () => {
    expect(verdictOf(pageEntries({ actor: viewer, online: true }, places, [], []), 'VMs: Overdue')).toBe('ok')
    const blind = pageEntries({ actor: without('vms.view'), online: true }, places, [], [])
    expect(verdictOf(blind, 'VMs: Overdue')).toBe('not offered')
  })
})

const shared = consoleEntries({ clock: 'utc', scheme: 'auto', language: 'en', online: true, help: '/help?for=%2Fvms' })
const machines = ['web-1', 'web-2', 'db'].map((name) => vmEntry(vm({ id: name, name, uuid: `uuid-${name}` })))
const offered = { onVm: vmActions(situation(), true), rest: shared, vms: machines }
const names = (typed: string, memory = nothing): readonly string[] =>
  look(offered, typed, memory).sections.flatMap(({ entries }) => entries.map(({ name }) => name.text))
const groups = (typed: string, memory = nothing): readonly string[] =>
  look(offered, typed, memory).sections.map(({ group }) => group)

describe('what is shown', () => {
  test('with nothing typed: the VM in view, those looked at, what was used, and the console; no other VM', () => {
    const memory = { used: ['console/refresh', vmEntryId('web-2')], visited: [vmEntryId('web-2'), vmEntryId('gone')] }
    const shown = look(offered, ' ', memory)
    expect(shown.sections.map(({ group }) => group)).toEqual(['vm', 'visited', 'used', 'console'])
    expect(shown.sections[1]?.entries.map(({ name }) => name.text)).toEqual(['web-2'])
    expect(shown.sections[2]?.entries.map(({ id }) => id)).toEqual(['console/refresh'])
    expect(shown.sections.flatMap(({ entries }) => entries).filter(({ id }) => id === 'console/refresh')).toHaveLength(
      1,
    )
  })

  test('the group with the best hit comes first', () => {
    expect(groups('web-2')[0]).toBe('vms')
    expect(groups('back up')[0]).toBe('vm')
    expect(names('snapshot')).toEqual(['Back up now'])
    expect(names('uuid-db')).toEqual(['db'])
    expect(names('nowhere')).toEqual([])
  })

  test('fifty at most, and how many there are', () => {
    const many = Array.from({ length: 300 }, (_, n) => vmEntry(vm({ id: `${n}`, name: `back-${n}` })))
    const found = look({ ...offered, vms: many }, 'back', nothing)
    const shown = found.sections.flatMap(({ entries }) => entries)
    expect(shown).toHaveLength(50)
    expect(found.total).toBeGreaterThan(300)
    expect(shown.map(({ name }) => name.text)).toContain('Back up now')
  })

  test('the other languages by their own names, found by any word for it', () => {
    expect(names('idioma')).toEqual(['Español'])
    expect(names('english')).toEqual([])
  })

  test('a choice in force says so', () => {
    expect(shared.filter(({ chosen }) => chosen).map(({ id }) => id)).toEqual([
      'console/clock-utc',
      'console/scheme-auto',
    ])
    expect(
      verdictOf(
        consoleEntries({ clock: 'utc', scheme: 'auto', language: 'en', online: false, help: '/help' }),
        'Refresh what is on the screen',
      ),
    ).toMatch(/connection/iu)
  })
})

test('keys move through the list, and around its ends one by one', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'].map((key) => stepTo(key, 0, 30))).toEqual([
    1, 29, 0, 29, 10, 0,
  ])
  expect(stepTo('ArrowDown', 29, 30)).toBe(0)
  expect(stepTo('PageDown', 25, 30)).toBe(29)
  expect(stepTo('a', 0, 30)).toBeNull()
  expect(stepTo('ArrowDown', 0, 0)).toBeNull()
})

test('what was used last is remembered first, once', () => {
  expect(remembered(['a', 'b'], 'b')).toEqual(['b', 'a'])
  expect(
    remembered(
      Array.from({ length: 20 }, (_, n) => `${n}`),
      'x',
    ),
  ).toHaveLength(20)
})
