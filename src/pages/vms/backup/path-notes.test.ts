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
})
