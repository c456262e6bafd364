import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { firstGlance } from './first-glance'
import { defaults, readSettings } from './schema'

test('an Abiquo with a session in a cookie is known at a first glance', () => {
  expect(firstGlance('{"session":"cookie"}')).toEqual({ base: '/api', version: '5.2' })
  expect(firstGlance('{"session":"cookie","platform":"abiquo","apiBase":"/cloud/api/","mediaVersion":"6.0"}')).toEqual({
    base: '/cloud/api/',
    version: '6.0',
  })
})

test.each([
  '',
  '<html>',
  'null',
  '{}',
  '{"session":"token"}',
  '{"session":"cookie","platform":"cloudcix"}',
  '{"session":"cookie","apiBase":"https://cloud.example.org/api"}',
  '{"session":"cookie","apiBase":"//cloud.example.org"}',
  '{"session":"cookie","apiBase":7}',
  '{"session":"cookie","mediaVersion":"5.2; x"}',
])('nobody is asked by %s', (text) => expect(firstGlance(text)).toBeNull())

const settings = fc.record(
  {
    session: fc.constantFrom('cookie', 'token'),
    platform: fc.constantFrom('abiquo', 'opennebula', 'cloudcix'),
    apiBase: fc.constantFrom('/api', '/a/../b', '//x', '/x y', 'https://cloud.example.org/api', '/cloud/'),
    mediaVersion: fc.constantFrom('5.2', '6.0', '5', 'x'),
  },
  { requiredKeys: [] },
)

test('the first glance and the whole reading agree', () => {
  fc.assert(
    fc.property(settings, (json) => {
      const read = readSettings(json)
      const seen = firstGlance(JSON.stringify(json))
      const { session, platform, apiBase, mediaVersion } = read.kind === 'settings' ? read.settings : defaults
      const asks = session === 'cookie' && platform === 'abiquo'
      expect(seen).toEqual(asks ? { base: apiBase, version: mediaVersion } : null)
    }),
  )
})
