import { describe, expect, it } from 'vitest'

import { reuse } from './cells'

const wanted = (from: number, keys: string) => keys.split('').map((key, index) => ({ key, place: from + index }))
const told = (cells: ReturnType<typeof reuse>) => cells.map(({ element, key, place }) => `${element}:${key}@${place}`)

describe('elements of a long list', () => {
  const begun = reuse([], wanted(0, 'abcd'))

  it('are made once for each item', () => {
    expect(told(begun)).toEqual(['0:a@0', '1:b@1', '2:c@2', '3:d@3'])
  })

  it('show what comes into sight in place of what went out of it, and none moves in the document', () => {
    expect(told(reuse(begun, wanted(2, 'cdef')))).toEqual(['0:e@4', '1:f@5', '2:c@2', '3:d@3'])
  })

  it('stay with their items when the list changes before them', () => {
    expect(told(reuse(begun, wanted(0, 'xabc')))).toEqual(['0:a@1', '1:b@2', '2:c@3', '3:x@0'])
  })

  it('are as many as there are items in sight', () => {
    expect(told(reuse(begun, wanted(0, 'ad')))).toEqual(['0:a@0', '3:d@1'])
    expect(told(reuse(reuse(begun, wanted(0, 'ad')), wanted(0, 'adxy')))).toEqual(['0:a@0', '3:d@1', '4:x@2', '5:y@3'])
  })

  it('are the same when nothing changed', () => {
    expect(reuse(begun, wanted(0, 'abcd'))).toBe(begun)
  })

  it('are two for an item that is there twice', () => {
    const twice = reuse([], wanted(0, 'aba'))
    expect(told(twice)).toEqual(['0:a@0', '1:b@1', '2:a 2@2'])
    expect(reuse(twice, wanted(0, 'aba'))).toBe(twice)
  })
})
