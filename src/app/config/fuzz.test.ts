import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { configOf } from './file'
import { defaults, type Member } from './schema'

const members: readonly Member[] = [
  'apiBase',
  'canonicalLocation',
  'support',
  'logo',
  'timeZones',
  'backupSystems',
  'session',
  'pollSeconds',
  'sessionSeconds',
  'signIn',
  'protection',
]
const files = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .dictionary(fc.constantFrom(...members, '__proto__', 'constructor'), fc.oneof(fc.jsonValue(), fc.webUrl()), {
      maxKeys: 4,
    })
    .map((json) => JSON.stringify(json)),
)

test('whatever stands in the file of a deployment, it is settings or a problem that is told', () => {
  fc.assert(
    fc.property(files, fc.constantFrom('', 'application/json', 'text/html'), (text, type) => {
      const read = configOf(text, type)
      expect(['settings', 'problem']).toContain(read.kind)
      const set = read.kind === 'settings' ? read.settings : defaults
      expect(set.apiBase).toMatch(/^(?:\/(?![/\\])|https?:\/\/)/)
      expect(set.support ?? '/').toMatch(/^(?:\/(?![/\\])|https:|mailto:)/)
      expect(Reflect.has({}, 'polluted')).toBe(false)
    }),
    { numRuns: 300 },
  )
})
