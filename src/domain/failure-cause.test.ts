import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { failureCause, failureLikeness } from './failure-cause'
import { quickest } from './samples'

const keyOf = (text: string | null, code: string | null = null) => failureCause(text, code)?.key ?? null

describe('the cause of a failure', () => {
  test.each([
    ['The backup failed: Not enough free space in the backup repository', 'storage-full'],
    ['Error: There is not enough space on the disk. Failed to write data', 'storage-full'],
    ['write: No space left on device', 'storage-full'],
    ['Disk quota exceeded', 'quota'],
    ['License has expired. Backup is not possible', 'licence'],
    ['The backup system refused the user and the password of its backup manager', 'credentials'],
    ['Access is denied.', 'credentials'],
    ['Login failed for user root', 'credentials'],
    ['Job has already been started: another session is already running', 'already-running'],
    ['The backup window closed before the job had ended', 'window-closed'],
    ['VSSControl: Failed to freeze guest, wait timeout', 'quiesce'],
    ['An error occurred while quiescing the virtual machine', 'quiesce'],
    ['The snapshot of the virtual machine could not be removed: the file is locked', 'snapshot-stuck'],
    ['Failed to create VM snapshot', 'snapshot-failed'],
    ['The proxy lost its connection to the hypervisor host', 'proxy-lost'],
    ['No backup proxy is available', 'proxy-lost'],
    ['Backup repository Main is unavailable', 'repository-unreachable'],
    ['The vCenter is not responding', 'host-unreachable'],
    ['connect ETIMEDOUT: connection timed out', 'timeout'],
    ['Object "web-01" not found', 'vm-not-found'],
    ['The backup has expired in the backup system', 'backup-expired'],
    ['The backup system refused the schedule: job name already in use', 'name-taken'],
  ])('%s', (text, key) => {
    expect(keyOf(text)).toBe(key)
    expect(keyOf(text.toUpperCase())).toBe(key)
  })

  test('a code counts more than phrases, in any letter case and inside the text', () => {
    expect(keyOf('no space left', 'bc-44')).toBe('vm-powered-on')
    expect(keyOf('bc-38: no space left')).toBe('no-backup-system')
    expect(keyOf('no space left', 'VM-2')).toBe('storage-full')
  })

  test('what is not known is not guessed, and names are no phrases', () => {
    expect(keyOf(null)).toBeNull()
    expect(keyOf('Something happened')).toBeNull()
    expect(keyOf("The backup of virtual machine 'quota and licence' failed")).toBeNull()
  })

  test.each(['creat', 'tak', 'fail tak ', 'cannot creat', 'snapshot ', "'a "])(
    'RE-1: a hundred kilobytes of %j take no time',
    (unit) => {
      expect(quickest(() => failureCause(unit.repeat(100_000 / unit.length)))).toBeLessThan(100)
    },
  )

  test('any text gives a result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string()), (text, code) => {
        const cause = failureCause(text, code)
        expect(cause === null || cause.key.length > 0).toBe(true)
        expect(failureLikeness(failureLikeness(text))).toBe(failureLikeness(text))
      }),
    )
  })
})

test('texts that differ in names, numbers and ids are alike, others are not', () => {
  expect(failureLikeness("Backup 12 of 'web-01' failed:  E7")).toBe(failureLikeness("backup 9 of 'db 2' failed: E44"))
  expect(failureLikeness('a failed')).not.toBe(failureLikeness('b failed'))
})
