import { describe, expect, it } from 'vitest'

import { ownAddress } from './own-address'

const origin = 'https://backups.example.org'

describe('an address that came from outside', () => {
  it.each(['/', '/vms', '/vms?q=a%2Fb&from=//x#top', '/%09/evil.example', '/vms/13-105-1015/backup', '/a//b'])(
    'is followed within the console: %j',
    (text) => expect(ownAddress(text, origin)).toBe(text),
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r/evil.example',
    '\t//evil.example',
    '/\t\\evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '//[',
    'https:evil.example',
    'https://evil.example',
    'https://backups.example.org/vms',
    'javascript:alert(1)',
    'data:text/html,x',
    'vms',
    '',
  ])('is not followed elsewhere: %j', (text) => expect(ownAddress(text, origin)).toBeNull())
})
