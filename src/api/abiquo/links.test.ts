import { describe, expect, test } from 'vitest'

import { addresses } from './links'

const { at, pathOf } = addresses('https://cloud.example/api')

describe('links of the platform', () => {
  test.each([
    ['https://cloud.example/api/cloud/virtualmachines?limit=25&by=name', '/cloud/virtualmachines?limit=25&by=name'],
    ['https://cloud.example/api//cloud/locations/2', '//cloud/locations/2'],
    ['https://cloud.example:443/api/login', '/login'],
    ['https://cloud.example/api/a/../b', '/b'],
    ['/api/cloud/locations/2', '/cloud/locations/2'],
    ['cloud/locations/2', '/cloud/locations/2'],
    ['https://cloud.example/api/x#part', '/x'],
  ])('%s is followed', (href, path) => {
    expect(pathOf(href)).toBe(path)
    expect(at(pathOf(href)).href.startsWith('https://cloud.example/api/')).toBe(true)
  })

  test.each([
    'https://evil.example/api/cloud/locations/2',
    'http://cloud.example/api/cloud/locations/2',
    'https://cloud.example:8443/api/cloud/locations/2',
    'https://cloud.example.evil.example/api/x',
    'https://user@cloud.example/api/x',
    'https://user:secret@cloud.example/api/x',
    'https://cloud.example/api/../admin',
    'https://cloud.example/api/%2e%2e/admin',
    'https://cloud.example/api/..\\admin',
    'https://cloud.example/apiary/x',
    'https://cloud.example/api',
    '//evil.example/api/x',
    '/\\evil.example/api/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://cloud.example/api/x',
    '',
    '   ',
    'https://',
  ])('%j is refused', (href) => {
    expect(() => pathOf(href)).toThrow(expect.objectContaining({ kind: 'link' }))
  })

  test('a declared location of the server is taken for the base, and only that one', () => {
    const proxied = addresses('https://console.example/platform/api', 'http://10.0.0.5:8009/api')
    expect(proxied.at(proxied.pathOf('http://10.0.0.5:8009/api/cloud/locations/2?a=b')).href).toBe(
      'https://console.example/platform/api/cloud/locations/2?a=b',
    )
    expect(proxied.pathOf('https://console.example/platform/api/login')).toBe('/login')
    expect(() => proxied.pathOf('http://10.0.0.5:8009/other')).toThrow(expect.objectContaining({ kind: 'link' }))
    expect(() => proxied.pathOf('http://10.0.0.6:8009/api/login')).toThrow(expect.objectContaining({ kind: 'link' }))
  })

  test('a base may end in a slash, and must be an address', () => {
    expect(addresses('https://cloud.example/api/').at('/login').href).toBe('https://cloud.example/api/login')
    expect(addresses('https://cloud.example').pathOf('https://cloud.example/login')).toBe('/login')
    expect(() => addresses('ftp://cloud.example/api')).toThrow(expect.objectContaining({ kind: 'link' }))
    expect(() => addresses('/api')).toThrow(expect.objectContaining({ kind: 'link' }))
  })
})
