import { expect, test } from 'vitest'

import { type BackupRules, type BackupSystem, systemNotKnown } from './capability'
import { changedSwitches, idleBecause } from './site-switches'

const system = (can: Partial<BackupSystem['can']>): BackupSystem => ({
  ...systemNotKnown,
  can: { ...systemNotKnown.can, ...can },
})
const rules: BackupRules = {
  manualBackup: true,
  severalPolicies: false,
  changeWhileDeployed: null,
  severalRestores: true,
}

test('a switch is idle only when the system says that it cannot', () => {
  expect(idleBecause('manualBackup', system({ 'on-demand': false }))).toBe('on-demand')
  expect(idleBecause('severalPolicies', system({ 'several-policies': false }))).toBe('several-policies')
  expect(idleBecause('changeWhileDeployed', system({ 'change-while-deployed': null }))).toBeNull()
  expect(idleBecause('severalRestores', system({ restore: false }))).toBeNull()
  expect(idleBecause('manualBackup', null)).toBeNull()
})

test('only what differs is a change', () => {
  expect(changedSwitches(rules, { ...rules, severalPolicies: true, severalRestores: false })).toEqual([
    'severalPolicies',
    'severalRestores',
  ])
  expect(changedSwitches(rules, rules)).toEqual([])
})
