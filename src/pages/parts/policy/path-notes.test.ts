import { describe, expect, test } from 'vitest'

import { pathNotes } from './path-notes'

describe('paths of one list', () => {
  test('are noted when they are the same again', () => {
    expect(pathNotes(['/etc', '/etc/'], 'linux')).toEqual([null, { kind: 'same', as: '/etc' }])
    expect(pathNotes(['/etc', '/ETC'], 'linux')).toEqual([null, null])
    expect(pathNotes(['C:\\Data', 'c:/data'], 'windows')).toEqual([null, { kind: 'same', as: 'C:\\Data' }])
  })

  test('are noted when another one holds them, wherever it stands', () => {
    expect(pathNotes(['/srv/www', '/srv', '/srvx'], 'linux')).toEqual([{ kind: 'inside', as: '/srv' }, null, null])
    expect(pathNotes(['/', '/etc'], 'linux')).toEqual([null, { kind: 'inside', as: '/' }])
    expect(pathNotes(['D:\\', 'D:\\Shares'], 'windows')).toEqual([null, { kind: 'inside', as: 'D:\\' }])
  })

  test('are noted at once, thousands of them too', () => {
    const paths = Array.from({ length: 3_000 }, (_, index) => `/srv/data/folder-${index}/sub/deeper/file`)
    const begun = performance.now()
    expect(pathNotes(paths, 'unknown').every((note) => note === null)).toBe(true)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
