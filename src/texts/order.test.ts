import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareWords, orderKey } from './order'

const sign = (n: number): number => Math.sign(n)
const keyed = (a: string, b: string): number => {
  const [one, other] = [orderKey(a) ?? '', orderKey(b) ?? '']
  return one === other ? 0 : one < other ? -1 : 1
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

  test.each(['más', 'naïve', '数据库', '1'.repeat(40)])('%s needs the language itself', (name) =>
    expect(orderKey(name)).toBeNull(),
  )
})
