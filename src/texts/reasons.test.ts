import { beforeAll, expect, test } from 'vitest'

import { privileges } from '~/domain/privilege'
import type { Capability, Reason } from '~/domain/reason'
import { no, yes } from '~/domain/verdict'

import { codeWords } from './error-codes'
import { explainError, type FailureKind, learnCodes } from './errors'
import { eventWords } from './event-words'
import { privilegeWords } from './privilege-names'
import { explain, reasonWords } from './reasons'
import { outcomeWords, severityWords, taskKindWords, taskWords, vmStateWords } from './states'

beforeAll(learnCodes)

const capabilities: readonly Capability[] = [
  'on-demand',
  'schedule',
  'replication',
  'restore',
  'choose-disks',
  'several-policies',
  'change-while-deployed',
  'set-at-deploy',
  'restore-while-on',
]
const datacenter = 'Barcelona'
const at = new Date('2026-03-29T02:30:00Z')

const others: readonly Reason[] = [
  { code: 'offline' },
  { code: 'no-backup-system', datacenter },
  { code: 'manual-backup-off', datacenter },
  { code: 'not-deployed', doing: 'backup' },
  { code: 'not-deployed', doing: 'restore' },
  { code: 'not-deployed', doing: 'power' },
  { code: 'not-deployed', doing: 'undeploy' },
  { code: 'already-deployed' },
  { code: 'must-be-off', system: null },
  { code: 'must-be-off', system: 'Veeam 10' },
  { code: 'already-off' },
  { code: 'already-on' },
  { code: 'locked', by: null },
  { code: 'locked', by: 'restore' },
  { code: 'locked', by: 'HA_DEPLOY' },
  { code: 'guarded', cause: null },
  { code: 'guarded', cause: 'audit' },
  { code: 'state-unknown', state: 'LIMBO' },
  { code: 'backup-not-finished', status: 'PROGRESS' },
  { code: 'backup-failed' },
  { code: 'backup-status-unknown', status: 'ODD' },
  { code: 'backup-partial', status: 'PARTIAL' },
  { code: 'backup-expired', at },
  { code: 'restore-running' },
  { code: 'restored-before', at: null, datacenter },
  { code: 'restored-before', at, datacenter },
  { code: 'update-while-deployed-off', datacenter },
  { code: 'only-one-policy', datacenter },
  { code: 'content-by-system' },
  { code: 'no-disks-in-type' },
  { code: 'schedule-needed', policy: 'Gold' },
  { code: 'values-wrong', count: 2 },
  { code: 'nothing-changed' },
  { code: 'being-sent' },
  { code: 'not-on-platform', privilege: 'roles.manage' },
  { code: 'must-be-on', doing: 'copy' },
  { code: 'must-be-on', doing: 'delete' },
  { code: 'backup-blocked', block: { cause: 'failed-backup', backup: 'nightly' } },
  { code: 'backup-blocked', block: { cause: 'graphics' } },
  { code: 'backup-blocked', block: { cause: 'others' } },
  { code: 'backup-blocked', block: { cause: 'not-managed' } },
  { code: 'backup-blocked', block: { cause: 'locked' } },
  { code: 'backup-blocked', block: { cause: 'job', job: 'nightly' } },
]

const reasons: readonly Reason[] = [
  ...privileges.map((privilege): Reason => ({ code: 'privilege', privilege })),
  ...capabilities.map((capability): Reason => ({ code: 'no-capability', capability, system: 'Veeam 10' })),
  ...others,
]

const isSentence = (text: string): boolean =>
  text.trim() !== '' && !/undefined|NaN|Invalid Date|\{|\}|!/.test(text) && /^[A-Z0-9“]/.test(text)

test('every reason has words', () => {
  for (const reason of reasons) {
    const { because, who, mend } = reasonWords(reason)
    for (const text of [because, who, mend])
      if (text !== null && !isSentence(text)) throw new Error(`${reason.code}: ${text}`)
  }
  expect(new Set(reasons.map((reason) => reasonWords(reason).because)).size).toBe(reasons.length)
})

test('a privilege is named, and who has it by default', () => {
  expect(explain(yes)).toEqual({ ok: true })
  expect(explain(no({ code: 'privilege', privilege: 'backup.configure' }))).toEqual({
    ok: false,
    because:
      'Backup policies and backups on demand need the privilege “Manage virtual machine backup configuration”. Your role does not have it.',
    who: 'By default: cloud administrators',
    mend: 'Ask an administrator to add “Manage virtual machine backup configuration” to your role, or to do this for you.',
  })
  expect(new Set(privileges.map(privilegeWords)).size).toBe(privileges.length)
})

test('a lock names what runs', () => {
  expect(reasonWords({ code: 'locked', by: 'restore' }).because).toBe(
    'Another operation is running on this VM: Restore.',
  )
  expect(reasonWords({ code: 'locked', by: 'HA_DEPLOY' }).because).toBe(
    'Another operation is running on this VM: HA_DEPLOY.',
  )
})

const catalogue = [
  ...Array.from({ length: 46 }, (_, index) => `BC-${index + 1}`).filter((code) => code !== 'BC-21'),
  'DC-12',
  'LIMIT-7',
  'LIMIT-8',
  'LIMIT-18',
  'LIMIT-24',
  'LIMIT-25',
  'SPEC-28',
  'SPEC-33',
  'SPEC-34',
  'SPEC-35',
  'SPEC-36',
  'SPEC-38',
  'DR-9',
  'VM-1',
  'VM-2',
  'VM-3',
  'VM-4',
  'VM-7',
  'VM-8',
  'VM-10',
  'VM-11',
  'VM-12',
  'VM-13',
  'VM-120',
  'VM-149',
  'GEN-5',
  'GEN-13',
  'GEN-15',
  'GEN-22',
  'EVENT-1',
  'QUERY-0',
  '401-UNAUTHORIZED',
  '403-FORBIDDEN',
  '404-NOT-FOUND',
  '409-CONFLICT',
  '409-CONFLICT-STALEOBJECT',
  '415-UNSUPPORTED-MEDIA-TYPE',
  '415-UNSUPPORTED-MEDIA-TYPE-VERSION',
]
const kinds: readonly FailureKind[] = [
  'offline',
  'unknown-outcome',
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'stale',
  'invalid',
  'busy',
  'server',
  'contract',
  'unsupported',
  'link',
]

const failure = (kind: FailureKind, ...complaints: readonly { code: string; message: string }[]) => ({
  kind,
  code: complaints[0]?.code ?? null,
  complaints,
  status: 409,
})

test('every code of the catalogue has own words, and stays visible', () => {
  expect(catalogue.filter((code) => !codeWords.has(code))).toEqual([])
  for (const code of catalogue) {
    const said = explainError(failure('conflict', { code, message: 'raw' }))
    expect(isSentence(said.title)).toBe(true)
    expect(said.code).toBe(code)
  }
})

test.each([
  ['LIMIT-7', 'exist already'],
  ['LIMIT-8', 'no limits'],
  ['LIMIT-18', 'outside'],
])('%s of a tenant’s datacenters: %s', (code, words) => {
  expect(explainError(failure('conflict', { code, message: '' })).title).toContain(words)
})

test('every kind has words of its own', () => {
  const said = kinds.map((kind) => explainError(failure(kind)))
  expect(said.every(({ title, next }) => isSentence(title) && next !== null && isSentence(next))).toBe(true)
  expect(new Set(said.map(({ title }) => title)).size).toBe(kinds.length)
  // Support is told something where the platform gave neither a code nor a status.
  const codes = (['contract', 'link', 'offline'] as const).map(
    (kind) => explainError({ ...failure(kind), status: null }).code,
  )
  expect(codes).toEqual(['CONTRACT', 'LINK', null])
  expect(explainError(failure('unknown-outcome'))).toMatchObject({
    title: 'We do not know whether it was done.',
    next: 'Look at what is there now before you try again.',
  })
})

test('an unknown code keeps the platform’s text', () => {
  expect(explainError(failure('conflict', { code: 'NEW-7', message: 'Quota of backups reached' }))).toEqual({
    title: 'The platform refused this in the present state.',
    detail: 'Quota of backups reached',
    next: 'Look at what is there now, and try again.',
    code: 'NEW-7',
  })
})

test('names that only the platform knows, and further complaints, are kept', () => {
  expect(explainError(failure('conflict', { code: 'BC-25', message: 'Policy Gold is in use' })).detail).toBe(
    'Policy Gold is in use',
  )
  expect(explainError(failure('conflict', { code: 'BC-44', message: 'raw' })).detail).toBeNull()
  expect(
    explainError(
      failure('invalid', { code: 'BC-19', message: 'a' }, { code: 'BC-16', message: 'Hours must be 0 to 24' }),
    ),
  ).toMatchObject({
    title: 'A weekly backup needs at least one day.',
    detail: 'Hours must be 0 to 24',
    code: 'BC-19, BC-16',
  })
  expect(explainError(failure('server', { code: 'X', message: 'x'.repeat(5_000) })).detail).toHaveLength(601)
  expect(explainError(failure('server')).code).toBe('HTTP 409')
  expect(explainError(failure('stale', { code: '409-CONFLICT', message: '' })).title).toBe(
    'Someone else has changed this since you opened it.',
  )
})

test('words that nobody knows are shown as they came', () => {
  expect(vmStateWords({ state: 'unknown', stateText: 'LIMBO' })).toBe('LIMBO')
  expect(vmStateWords({ state: 'unknown', stateText: '' })).toBe('Unknown')
  expect(outcomeWords({ outcome: 'unknown', statusText: 'ODD' })).toBe('ODD')
  expect(outcomeWords({ outcome: 'running', statusText: 'SCRUB', leaving: true })).toBe('Being deleted')
  expect(taskWords({ state: 'unknown', stateText: 'ACK_ERROR' })).toBe('ACK_ERROR')
  expect(taskKindWords({ kind: 'unknown', kindText: 'HA_DEPLOY' })).toBe('HA_DEPLOY')
  expect(severityWords({ severity: 'unknown', severityText: 'FATAL' })).toBe('FATAL')
  expect(eventWords('VIRTUAL_MACHINE_RESTORE_FINISH')).toBe('Restore ended')
  expect(eventWords('constructor')).toBeNull()
})
