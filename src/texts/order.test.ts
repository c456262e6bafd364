import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { byName, compareKeyed, compareWords, orderKey } from './order'

const sign = (n: number): number => Math.sign(n)
const ordered = (a: string, b: string): number => sign(compareKeyed(a, orderKey(a), b, orderKey(b)))
const keyed = (a: string, b: string): number => {
  if (orderKey(a) === null || orderKey(b) === null) throw new Error(`${a} or ${b} has no key`)
  return ordered(a, b)
}

describe('names are put in order by a key as by the language', () => {
  const letters = fc.constantFrom(...'abzABZ0129 _.-'.split(''))
  const signs = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code))
  const names = fc.string({ unit: fc.oneof(letters, signs), maxLength: 12 })

  test('names as machines have them', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(keyed(a, b)).toBe(sign(compareWords(a, b)))
      }),
    )
    expect(['vm-10', 'VM-9', 'vm-2', 'vm_1', 'vm.1', 'vm 1', 'vm1'].toSorted(keyed)).toEqual(
      ['vm-10', 'VM-9', 'vm-2', 'vm_1', 'vm.1', 'vm 1', 'vm1'].toSorted(compareWords),
    )
  })

  test('names of any letters beside them', () => {
    const far = fc.constantFrom(...'数データ분석базаЖωΩשעمق'.split(''))
    const near = fc.constantFrom(...'áñÑüªµ·№⑤“–€'.split(''))
    const any = fc.string({ unit: fc.oneof(letters, far, near), maxLength: 6 })
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(ordered(a, b)).toBe(sign(compareWords(a, b)))
      }),
      { numRuns: 1_000 },
    )
    vi.stubGlobal('Intl', { Collator: undefined })
    expect(['データ分析-01', 'web-2', 'web-10'].toSorted(ordered)).toEqual(['web-2', 'web-10', 'データ分析-01'])
    vi.unstubAllGlobals()
  })

  test.each(['más', 'naïve', '数据库', '1'.repeat(40)])('%s needs the language itself', (name) =>
    expect(orderKey(name)).toBeNull(),
  )
})

test('named things stand in the order of their names', () => {
  const named = ['vm-10', 'Éclair', 'dns-02', 'vm-9', 'dns-01'].map((name) => ({ name }))
  expect(byName(named).map(({ name }) => name)).toEqual(['dns-01', 'dns-02', 'Éclair', 'vm-9', 'vm-10'])
})
