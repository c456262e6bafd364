import { describe, expect, test } from 'vitest'

import {
  mayAddPolicy,
  mayBackUpNow,
  mayChooseDisks,
  mayDefineSchedule,
  mayOpenBackup,
  mayReadResults,
  mayReadEvents,
  mayReplicate,
} from './may-back-up'
import { mayDecide } from './may-decide'
import { mayDeploy, mayPower, mayUndeploy } from './may-power'
import { mayChangePolicies } from './may-protect'
import { mayRestore, restoreChecks } from './may-restore'
import { privileges } from './privilege'
import { actor, backup, configuration, now, restoreOf, site, situation, task, vm } from './samples'
import type { Verdict } from './verdict'
import { vmStates } from './virtual-machine'

const code = (verdict: Verdict): string => (verdict.ok ? 'ok' : verdict.reason.code)
const without = (...absent: readonly string[]) => actor(...privileges.filter((one) => !absent.includes(one)))
const noSystem = { ...site(), system: null }
const locked = vm({ state: 'locked', stateText: 'LOCKED' })
const undeployed = vm({ state: 'not-deployed' })

describe('backup now: table 7.1', () => {
  test.each([
    ['all well', situation(), 'ok'],
    ['powered off is deployed', situation({ vm: vm({ state: 'off' }) }), 'ok'],
    ['no privilege', situation({ actor: without('backup.configure'), online: false, vm: undeployed }), 'privilege'],
    ['no system', situation({ site: noSystem }), 'no-backup-system'],
    ['plug-in has none', situation({ site: site({ can: { 'on-demand': false } }), vm: undeployed }), 'no-capability'],
    [
      'switched off',
      situation({ site: site({ rules: { manualBackup: false } }), vm: undeployed }),
      'manual-backup-off',
    ],
    ['not deployed', situation({ vm: undeployed }), 'not-deployed'],
    ['locked', situation({ vm: locked }), 'locked'],
    ['a task runs', situation({ task: task('backup') }), 'locked'],
    ['a task is over', situation({ task: task('backup', 'done') }), 'ok'],
    ['one waits to begin', situation({ task: task('backup', 'waiting', { standing: 'once' }) }), 'backup-standing'],
    ['a run of the plan waits to begin', situation({ task: task('backup', 'waiting', { standing: 'plan' }) }), 'ok'],
    ['state unknown', situation({ vm: vm({ state: 'unknown', stateText: 'LIMBO' }) }), 'state-unknown'],
    ['offline comes last', situation({ online: false }), 'offline'],
    [
      'not told does not refuse',
      situation({ site: site({ can: { 'on-demand': null }, rules: { manualBackup: null } }) }),
      'ok',
    ],
  ])('%s', (_, given, expected) => expect(code(mayBackUpNow(given))).toBe(expected))

  test('the lock names what runs', () => {
    expect(mayBackUpNow(situation({ vm: locked, task: task('restore') }))).toEqual({
      ok: false,
      reason: { code: 'locked', by: 'restore' },
    })
    expect(mayBackUpNow(situation({ task: task('unknown', 'waiting', { kindText: 'HA_DEPLOY' }) }))).toEqual({
      ok: false,
      reason: { code: 'locked', by: 'HA_DEPLOY' },
    })
  })
})

const mends = (given: Parameters<typeof restoreChecks>[0]) =>
  restoreChecks(given, backup())
    .filter(({ mend }) => mend !== null)
    .map(({ check, mend }) => [check, mend])

describe('restore: table 7.2', () => {
  const off = vm({ state: 'off' })
  const needsOff = site({ can: { 'restore-while-on': false } })
  const onceOnly = site({ rules: { severalRestores: false } })
  test.each([
    ['all well', situation(), backup(), 'ok'],
    [
      'no privilege',
      situation({ actor: without('backup.restore'), vm: undeployed }),
      backup({ outcome: 'failed' }),
      'privilege',
    ],
    ['restore is enough, without the backup area', situation({ actor: actor('backup.restore') }), backup(), 'ok'],
    ['plug-in cannot', situation({ site: site({ can: { restore: false } }) }), backup(), 'no-capability'],
    ['running', situation(), backup({ outcome: 'running' }), 'backup-not-finished'],
    ['failed', situation(), backup({ outcome: 'failed' }), 'backup-failed'],
    ['unknown is no success', situation(), backup({ outcome: 'unknown', statusText: 'ODD' }), 'backup-status-unknown'],
    ['in part is no success', situation(), backup({ outcome: 'unknown', statusText: 'PARTIAL' }), 'backup-partial'],
    ['expired', situation(), backup({ expiresAt: now }), 'backup-expired'],
    ['expires later', situation(), backup({ expiresAt: new Date(now.getTime() + 1) }), 'ok'],
    ['not deployed', situation({ vm: undeployed }), backup(), 'not-deployed'],
    ['state unknown', situation({ vm: vm({ state: 'unknown' }) }), backup(), 'state-unknown'],
    ['locked', situation({ vm: locked }), backup(), 'locked'],
    ['on, must be off', situation({ site: needsOff }), backup(), 'must-be-off'],
    ['paused, must be off', situation({ site: needsOff, vm: vm({ state: 'paused' }) }), backup(), 'must-be-off'],
    ['off, must be off', situation({ site: needsOff, vm: off }), backup(), 'ok'],
    ['on, not told', situation({ site: site({ can: { 'restore-while-on': null } }) }), backup(), 'ok'],
    ['in flight', situation(), backup({ restores: [restoreOf('running')] }), 'restore-running'],
    [
      'restored before, once only',
      situation({ site: onceOnly }),
      backup({ restores: [restoreOf('good')] }),
      'restored-before',
    ],
    ['restored before, several allowed', situation(), backup({ restores: [restoreOf('good')] }), 'ok'],
    [
      'a failed restore may be tried again',
      situation({ site: onceOnly }),
      backup({ restores: [restoreOf('failed')] }),
      'ok',
    ],
    ['offline', situation({ online: false }), backup(), 'offline'],
  ])('%s', (_, given, point, expected) => expect(code(mayRestore(given, point))).toBe(expected))

  test('every check is told, with the mends that the console has', () => {
    expect(restoreChecks(situation(), backup()).map(({ check }) => check)).toEqual([
      'privilege',
      'capability',
      'finished',
      'not-expired',
      'deployed',
      'unlocked',
      'powered-off',
      'no-restore-running',
      'restored-before',
      'online',
    ])
    expect(mends(situation())).toEqual([])
    expect(mends(situation({ site: needsOff }))).toEqual([['powered-off', 'power-off']])
    expect(mends(situation({ vm: undeployed }))).toEqual([['deployed', 'deploy']])
    expect(mends(situation({ vm: vm({ state: 'unknown' }) }))).toEqual([])
    expect(mends(situation({ vm: locked, site: needsOff }))).toEqual([])
  })

  test('two good reasons are both told', () => {
    const refused = restoreChecks(situation({ site: needsOff, task: task('restore') }), backup())
      .filter(({ verdict }) => !verdict.ok)
      .map(({ check }) => check)
    expect(refused).toEqual(['unlocked', 'powered-off', 'no-restore-running'])
  })
})

describe('change of policies: table 7.3', () => {
  const switchOff = site({ rules: { changeWhileDeployed: false } })
  const cold = site({ can: { 'change-while-deployed': false } })
  test.each([
    ['deployed, allowed', situation(), 'ok'],
    ['no privilege', situation({ actor: without('backup.configure'), site: switchOff }), 'privilege'],
    ['no system', situation({ site: noSystem }), 'no-backup-system'],
    ['deployed, switched off', situation({ site: switchOff }), 'update-while-deployed-off'],
    ['deployed, plug-in refuses', situation({ site: cold }), 'no-capability'],
    ['not deployed, switched off', situation({ site: switchOff, vm: undeployed }), 'ok'],
    ['not deployed, plug-in refuses', situation({ site: cold, vm: undeployed }), 'ok'],
    ['locked', situation({ vm: locked }), 'locked'],
    ['state unknown', situation({ vm: vm({ state: 'unknown' }) }), 'state-unknown'],
    ['offline', situation({ online: false }), 'offline'],
  ])('%s', (_, given, expected) => expect(code(mayChangePolicies(given))).toBe(expected))
})

describe('choices', () => {
  const daily = { every: 'daily', time: { by: 'vm' } } as const
  test('disks: table 7.4', () => {
    const choose = (can: boolean | null, change: Parameters<typeof configuration>[1] = {}) =>
      code(mayChooseDisks(actor('backup.disks'), site({ can: { 'choose-disks': can } }), configuration(daily, change)))
    expect(choose(true)).toBe('ok')
    expect(choose(null)).toBe('ok')
    expect(choose(false)).toBe('no-capability')
    expect(choose(true, { content: 'system' })).toBe('content-by-system')
    expect(choose(true, { type: 'filesystem' })).toBe('no-disks-in-type')
    expect(code(mayChooseDisks(actor(), site({ can: { 'choose-disks': false } }), configuration(daily)))).toBe(
      'privilege',
    )
  })

  test('a second policy', () => {
    const off = site({ rules: { severalPolicies: false } })
    expect(code(mayAddPolicy(off, 0))).toBe('ok')
    expect(code(mayAddPolicy(off, 1))).toBe('only-one-policy')
    expect(code(mayAddPolicy(site({ rules: { severalPolicies: null } }), 3))).toBe('ok')
    expect(code(mayAddPolicy(site({ can: { 'several-policies': false } }), 1))).toBe('no-capability')
  })

  test('one privilege each', () => {
    expect(code(mayOpenBackup(actor('backup.restore')))).toBe('privilege')
    expect(code(mayOpenBackup(actor('backup.configure')))).toBe('ok')
    expect(code(mayReadResults(actor('backup.restore')))).toBe('ok')
    expect(code(mayReadResults(actor('backup.configure')))).toBe('ok')
    expect(code(mayReadResults(actor('backup.disks')))).toBe('privilege')
    expect(code(mayDefineSchedule(actor('backup.configure')))).toBe('privilege')
    expect(code(mayReadEvents(actor('events.view')))).toBe('ok')
    expect(code(mayReadEvents(actor('events.view-all')))).toBe('ok')
    expect(code(mayReadEvents(actor()))).toBe('privilege')
    expect(code(mayReplicate(site({ can: { replication: false } })))).toBe('no-capability')
    expect(code(mayReplicate(site()))).toBe('ok')
  })
})

test.each(['others', 'private', 'not-managed', 'locked'] as const)(
  'a VM to look at only is left alone: %s',
  (cause) => {
    const looked = situation({ vm: vm({ block: { cause } }) })
    const found = [
      mayPower(looked, 'off'),
      mayUndeploy(looked),
      mayChangePolicies(looked),
      mayRestore(looked, backup()),
    ]
    expect(found.map(code)).toEqual(Array.from(found, () => 'backup-blocked'))
    // Support brings it back, or it comes back beside the VM.
    expect(code(mayRestore(looked, backup(), 'by-request'))).toBe('ok')
  },
)

test('a backup job keeps nothing but a backup by hand', () => {
  const inJob = situation({ vm: vm({ block: { cause: 'job', job: 'nightly' } }) })
  expect([mayPower(inJob, 'off'), mayChangePolicies(inJob), mayRestore(inJob, backup())].map(code)).toEqual([
    'ok',
    'ok',
    'ok',
  ])
})

describe('power and deployment', () => {
  test.each([
    ['on when off', mayPower(situation({ vm: vm({ state: 'off' }) }), 'on'), 'ok'],
    ['on when on', mayPower(situation(), 'on'), 'already-on'],
    ['off when on', mayPower(situation(), 'off'), 'ok'],
    ['off when off', mayPower(situation({ vm: vm({ state: 'off' }) }), 'off'), 'already-off'],
    ['not deployed', mayPower(situation({ vm: undeployed }), 'on'), 'not-deployed'],
    ['guarded', mayPower(situation({ vm: vm({ guard: { cause: 'audit' } }) }), 'off'), 'guarded'],
    ['locked', mayPower(situation({ vm: locked }), 'off'), 'locked'],
    ['no privilege', mayPower(situation({ actor: without('vm.power'), vm: locked }), 'off'), 'privilege'],
    ['offline', mayPower(situation({ online: false }), 'off'), 'offline'],
    ['deploy', mayDeploy(situation({ vm: undeployed })), 'ok'],
    ['deploy a deployed one', mayDeploy(situation()), 'already-deployed'],
    ['deploy a locked one', mayDeploy(situation({ vm: locked })), 'locked'],
    ['deploy, no privilege', mayDeploy(situation({ actor: without('vm.deploy'), vm: undeployed })), 'privilege'],
    ['undeploy', mayUndeploy(situation()), 'ok'],
    ['undeploy an undeployed one', mayUndeploy(situation({ vm: undeployed })), 'not-deployed'],
    ['undeploy a guarded one', mayUndeploy(situation({ vm: vm({ guard: { cause: null } }) })), 'guarded'],
  ])('%s', (_, verdict, expected) => expect(code(verdict)).toBe(expected))

  test('a system that takes no schedule at deployment', () => {
    const late = site({ can: { 'set-at-deploy': false } })
    const assigned = vm({ state: 'not-deployed', assignments: [{ policyId: 'gold', policyName: 'Gold', values: [] }] })
    expect(code(mayDeploy(situation({ site: late, vm: assigned })))).toBe('no-capability')
    expect(code(mayDeploy(situation({ site: late, vm: undeployed })))).toBe('ok')
  })
})

test('a stranger learns nothing about the VM, in any state', () => {
  const nobody = actor()
  for (const state of vmStates) {
    const given = situation({ actor: nobody, vm: vm({ state }), site: noSystem, online: false })
    for (const verdict of [
      mayBackUpNow(given),
      mayRestore(given, backup()),
      mayChangePolicies(given),
      mayPower(given, 'on'),
      mayDeploy(given),
      mayUndeploy(given),
    ])
      expect(code(verdict)).toBe('privilege')
  }
})

describe('work that waits for approval', () => {
  const held = task('reconfigure', 'held', { decisions: ['continue', 'cancel'] })
  const failed = task('reconfigure', 'failed', { decisions: ['acknowledge'] })

  test('holds its VM, and says that somebody has to decide', () => {
    expect(mayBackUpNow(situation({ task: held }))).toEqual({
      ok: false,
      reason: { code: 'held', by: 'reconfigure' },
    })
    expect(code(mayPower(situation({ task: task('unknown', 'held', { kindText: 'HA_DEPLOY' }) }), 'off'))).toBe('held')
  })

  test.each([
    ['let it go on', mayDecide(situation(), held, 'continue'), 'ok'],
    ['take it back', mayDecide(situation(), held, 'cancel'), 'ok'],
    [
      'no privilege comes first',
      mayDecide(situation({ actor: without('tasks.decide') }), failed, 'cancel'),
      'privilege',
    ],
    ['not asked any more', mayDecide(situation(), task('reconfigure'), 'continue'), 'not-asked'],
    ['offline comes last', mayDecide(situation({ online: false }), held, 'continue'), 'offline'],
    ['take note of a failure', mayDecide(situation({ actor: without('tasks.decide') }), failed, 'acknowledge'), 'ok'],
    [
      'take note, no privilege',
      mayDecide(situation({ actor: without('vm.edit') }), failed, 'acknowledge'),
      'privilege',
    ],
    ['nothing failed', mayDecide(situation(), held, 'acknowledge'), 'not-asked'],
  ])('%s', (_, verdict, expected) => expect(code(verdict)).toBe(expected))
})
