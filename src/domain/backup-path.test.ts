import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkBackupPath, keysAround, parsePathList, pathKey, samePath } from './backup-path'
import type { GuestOs } from './path-problem'
import { quickest } from './samples'

const result = (path: string, os: GuestOs): string => {
  const checked = checkBackupPath(path, os)
  return checked.ok ? checked.path : `! ${checked.problem.code}`
}

const isInside = (inner: string, outer: string, os: GuestOs): boolean =>
  keysAround(inner, os).includes(pathKey(outer, os))

describe('Linux', () => {
  test.each([
    ['/etc', '/etc'],
    ['/', '/'],
    ['///', '/'],
    ['/etc/', '/etc'],
    ['//var///lib//', '/var/lib'],
    ['/srv/a b/ü*?', '/srv/a b/ü*?'],
    ['/srv/.hidden/...', '/srv/.hidden/...'],
    ['/srv/back\\slash:colon', '/srv/back\\slash:colon'],
    [`/${'a'.repeat(255)}`, `/${'a'.repeat(255)}`],
  ])('%s is taken', (path, normal) => expect(result(path, 'linux')).toBe(normal))

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['etc', 'relative'],
    ['./etc', 'relative'],
    [' /etc', 'relative'],
    ['~/data', 'home'],
    ['~ada', 'home'],
    ['/etc/../root', 'dots'],
    ['/etc/.', 'dots'],
    ['/etc\0', 'control'],
    ['/etc\n/passwd', 'control'],
    ['/etc\u0085', 'control'],
    ['C:\\Data', 'other-os'],
    ['\\\\server\\share', 'other-os'],
    [`/${'a'.repeat(256)}`, 'part-too-long'],
    [`/${'ü'.repeat(128)}`, 'part-too-long'],
    [`/a`.repeat(2_048), 'too-long'],
  ])('%s is refused', (path, code) => expect(result(path, 'linux')).toBe(`! ${code}`))
})

describe('Windows', () => {
  test.each([
    ['C:\\Data', 'C:\\Data'],
    ['c:/Data/', 'C:\\Data'],
    ['d:\\', 'D:\\'],
    ['C:\\\\Data\\\\x', 'C:\\Data\\x'],
    ['C:\\Program Files\\a.b', 'C:\\Program Files\\a.b'],
    ['\\\\server\\share\\dir\\', '\\\\server\\share\\dir'],
    ['\\\\server\\share', '\\\\server\\share'],
    ['C:\\console\\nullable', 'C:\\console\\nullable'],
  ])('%s is taken', (path, normal) => expect(result(path, 'windows')).toBe(normal))

  test.each([
    ['', 'empty'],
    ['Data', 'relative'],
    ['\\Data', 'relative'],
    ['C:', 'drive-relative'],
    ['C:Data', 'drive-relative'],
    ['/etc', 'other-os'],
    ['//server/share', 'other-os'],
    ['\\\\server', 'share-missing'],
    ['\\\\', 'share-missing'],
    ['\\\\?\\C:\\Data', 'device'],
    ['\\\\.\\PhysicalDrive0', 'device'],
    ['C:\\..\\x', 'dots'],
    ['C:\\a<b', 'forbidden'],
    ['C:\\*.doc', 'forbidden'],
    ['C:\\a:b', 'forbidden'],
    ['C:\\"x"', 'forbidden'],
    ['C:\\NUL', 'reserved'],
    ['C:\\con.txt', 'reserved'],
    ['C:\\x\\Com1\\y', 'reserved'],
    ['C:\\LPT\u00b2', 'reserved'],
    ['C:\\Data. ', 'ending'],
    ['C:\\Data.\\x', 'ending'],
    ['C:\\a\tb', 'control'],
    ['~\\x', 'home'],
    [`C:\\${'a'.repeat(256)}`, 'part-too-long'],
    [`C:\\${'a\\'.repeat(17_000)}`, 'too-long'],
  ])('%s is refused', (path, code) => expect(result(path, 'windows')).toBe(`! ${code}`))

  test('says which character, where', () => {
    expect(checkBackupPath('C:\\ab\\c|d', 'windows')).toEqual({
      ok: false,
      problem: { code: 'forbidden', char: '|', position: 7 },
    })
  })
})

test('a guest that nobody knows takes either, and is told both when it takes neither', () => {
  expect(result('/etc/', 'unknown')).toBe('/etc')
  expect(result('c:/Data', 'unknown')).toBe('C:\\Data')
  expect(result('', 'unknown')).toBe('! empty')
  expect(checkBackupPath('etc', 'unknown')).toMatchObject({
    ok: false,
    problem: { code: 'neither', linux: { code: 'relative' }, windows: { code: 'relative' } },
  })
})

test('the same place, and places inside others', () => {
  expect(samePath('/etc', '/etc/', 'linux')).toBe(true)
  expect(samePath('/etc', '/ETC', 'linux')).toBe(false)
  expect(samePath('c:/data', 'C:\\DATA\\', 'windows')).toBe(true)
  expect(samePath('c:/data', 'C:\\DATA\\', 'unknown')).toBe(true)
  expect(isInside('/etc/ssh', '/etc', 'linux')).toBe(true)
  expect(isInside('/etcetera', '/etc', 'linux')).toBe(false)
  expect(isInside('/etc', '/etc', 'linux')).toBe(false)
  expect(isInside('/etc', '/', 'linux')).toBe(true)
  expect(isInside('c:\\data\\x', 'C:\\', 'windows')).toBe(true)
  expect(isInside('C:\\DATA\\x', 'c:/data/', 'windows')).toBe(true)
  expect(isInside('/srv/😀/x', '/srv/😀', 'linux')).toBe(true)
  expect(isInside('/etc', '', 'linux')).toBe(false)
})

test('a pasted list', () => {
  expect(parsePathList('/etc\r\n\n  /var/lib \n"C:\\Program Files"\n"\n')).toEqual([
    '/etc',
    '/var/lib',
    'C:\\Program Files',
    '"',
  ])
})

test('the normal form is its own normal form, and nothing throws or takes long', () => {
  const unit = fc.constantFrom('/', '\\', ':', '.', '~', ' ', 'a', 'C', '|', '*', '"', '\0', '\n', 'ü')
  const systems = fc.constantFrom<GuestOs[]>('linux', 'windows', 'unknown')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), systems, (path, os) => {
      const checked = checkBackupPath(path, os)
      const again = checked.ok ? checkBackupPath(checked.path, os) : checked
      expect(again).toEqual(checked)
    }),
    { numRuns: 2_000 },
  )
  for (const text of ['a', '/', '\\', '/a', 'C:\\ ', '.'].map((unitText) => unitText.repeat(100_000))) {
    const families = ['linux', 'windows', 'unknown'] as const
    expect(quickest(() => families.map((os) => checkBackupPath(text, os)))).toBeLessThan(100)
  }
})
