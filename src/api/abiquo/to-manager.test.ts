import { describe, expect, test } from 'vitest'

import type { ManagerDraft } from '~/domain/backup-manager'
import type { BackupRules } from '~/domain/capability'

import { addresses } from './links'
import { changedManager, newManager, toManager, toSystemType } from './to-manager'
import { fromRules, rulesRevision, toRules } from './to-site'
import { backupManager } from './wire-admin'
import { backupPluginType } from './wire-work'

const base = 'https://cloud.example/api'
const places = addresses(base)
const list = '/admin/datacenters/2/backupmanagers'

const entity = {
  id: 7,
  name: 'Veeam',
  type: 'VEEAM10',
  endpoint: 'https://veeam.example:9398/api/',
  user: 'svc',
  password: '****',
  retries: { most: 3 },
  links: [{ rel: 'edit', href: `${base}${list}/7` }],
}
const draft = (change: Partial<ManagerDraft> = {}): ManagerDraft => ({
  name: entity.name,
  type: entity.type,
  endpoint: entity.endpoint,
  user: entity.user,
  password: null,
  ...change,
})
const read = (change: object = {}) => toManager(places, backupManager.parse({ ...entity, ...change }), list)

const changed = (change: Partial<ManagerDraft>) => changedManager(entity, backupManager.parse(entity), draft(change))

describe('a backup manager', () => {
  test('is known by its address, or by its number in the list of its datacenter', () => {
    expect(read()).toMatchObject({ id: '2-7', name: 'Veeam', type: 'VEEAM10', user: 'svc' })
    expect(read({ links: [] })).toEqual(read())
    expect(read({ endpoint: '', user: null })).toMatchObject({ endpoint: null, user: null })
    for (const broken of [{ links: [], id: null }, { type: null }])
      expect(() => read(broken)).toThrow(expect.objectContaining({ kind: 'contract' }))
    const links = [{ rel: 'edit', href: 'https://evil.example/api/x' }]
    expect(() => read({ links })).toThrow(expect.objectContaining({ kind: 'link' }))
  })

  test('has a revision that sees what a person sees, and nothing else', () => {
    for (const change of [{ retries: null }, { password: 'x' }, { id: '7' }])
      expect(read(change).revision).toBe(read().revision)
    for (const change of [{ name: 'V' }, { type: 'RUBRIK' }, { endpoint: null }, { user: 'root' }])
      expect(read(change).revision).not.toBe(read().revision)
  })

  test.each([null, ''])('without a new password (%j) none is sent, not even the one that was shown', (password) => {
    const sent = changed({ password })
    expect(sent).not.toHaveProperty('password')
    expect({ ...sent, password: entity.password }).toEqual(entity)
    expect(newManager(draft({ password }))).not.toHaveProperty('password')
  })

  test('a new password, name, endpoint and user are sent, with all that came along; the type stays', () => {
    const change = { name: 'V', endpoint: 'https://v/', user: '', password: 's3cret', type: 'RUBRIK' }
    expect(changed(change)).toEqual({ ...entity, ...change, type: 'VEEAM10' })
  })

  test('a new one says nothing of fields that nobody filled in', () => {
    expect(newManager(draft({ endpoint: '', user: '' }))).toEqual({ name: 'Veeam', type: 'VEEAM10' })
    expect(newManager(draft({ password: 'x' }))).toEqual({
      name: 'Veeam',
      type: 'VEEAM10',
      endpoint: entity.endpoint,
      user: 'svc',
      password: 'x',
    })
  })
})

const kind = (plugin: object) => toSystemType(backupPluginType.parse(plugin))

describe('a kind of backup system', () => {
  test('says which fields it needs, in any letter case', () => {
    const constraints = { endpoint: 'MANDATORY', user: 'optional', password: 'NOT_USED', versions: '9.5, 10' }
    expect(kind({ type: 'VEEAM10', name: 'Veeam 10', constraints })).toMatchObject({
      type: 'VEEAM10',
      name: 'Veeam 10',
      needs: { endpoint: 'required', user: 'optional', password: 'unused' },
      versions: '9.5, 10',
    })
  })

  test('or says nothing, or what nobody understands', () => {
    const nothing = { needs: { endpoint: null, user: null, password: null }, versions: null }
    expect(kind({ type: 'RUBRIK' })).toMatchObject({ name: 'RUBRIK', ...nothing })
    expect(kind({ type: 'RUBRIK', constraints: { endpoint: true, user: 'PERHAPS', versions: 9 } })).toMatchObject(
      nothing,
    )
    expect(() => kind({ name: 'Nameless' })).toThrow(expect.objectContaining({ kind: 'contract' }))
  })
})

describe('the switches of a datacenter', () => {
  const bag = { multiplePolicies: 'true', updateWhileDeployed: true, manualBackup: false, later: [1], links: [] }
  const rules = (change: Partial<BackupRules>): BackupRules => ({ ...toRules(bag), ...change })

  test('what stays, and what nobody knows, is not touched', () => {
    expect(fromRules(bag, rules({}))).toEqual(bag)
    const silent = { manualBackup: null, severalPolicies: null, changeWhileDeployed: null, severalRestores: null }
    expect(fromRules(bag, silent)).toEqual(bag)
  })

  test('a switch that changes is written as it was written before', () => {
    expect(fromRules(bag, rules({ severalPolicies: false, manualBackup: true }))).toEqual({
      ...bag,
      multiplePolicies: 'false',
      manualBackup: true,
    })
    expect(fromRules(bag, rules({ severalRestores: true }))).toEqual({ ...bag, multipleRestore: true })
  })

  test('the revision sees the switches alone', () => {
    expect(rulesRevision({ ...bag, later: 2, multiplePolicies: true })).toBe(rulesRevision(bag))
    expect(rulesRevision({ ...bag, manualBackup: true })).not.toBe(rulesRevision(bag))
  })
})
