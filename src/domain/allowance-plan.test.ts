import { array, assert, boolean, constantFrom, property, subarray, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { changesIn, isAllowed, planOf, restOf, type Wishes, withoutWishesFor, withWish } from './allowance-plan'
import { allowance } from './samples'

const nothing: Wishes = new Map()
const acme = allowance('acme', 'gold')
const zeta = allowance('zeta')

describe('a change of what tenants may use', () => {
  test('is a line for each tenant that gains or loses', () => {
    const wishes = [
      [acme, 'gold', false],
      [acme, 'silver', true],
      [zeta, 'gold', true],
    ] as const
    const all = wishes.reduce((sum, [one, policy, wanted]) => withWish(sum, one, policy, wanted), nothing)
    expect(planOf([acme, zeta], all)).toMatchObject([
      { id: 'acme', allow: ['silver'], withdraw: ['gold'] },
      { id: 'zeta', allow: ['gold'], withdraw: [] },
    ])
    expect(isAllowed(all, acme, 'gold')).toBe(false)
    expect(isAllowed(all, zeta, 'gold')).toBe(true)
    expect(isAllowed(all, zeta, 'silver')).toBe(false)
  })

  test('taken back is no change', () => {
    const there = withWish(nothing, acme, 'silver', true)
    expect(withWish(there, acme, 'silver', false)).toEqual(nothing)
  })

  test('that someone else made meanwhile is not made again', () => {
    const wishes = withWish(withWish(nothing, acme, 'silver', true), acme, 'bronze', true)
    expect(planOf([allowance('acme', 'gold', 'silver')], wishes)).toMatchObject([{ allow: ['bronze'], withdraw: [] }])
    expect(planOf([], wishes)).toEqual([])
  })

  test('that was answered by nobody is looked up: what of it is there, and what is not', () => {
    const wishes = withWish(withWish(nothing, acme, 'silver', true), acme, 'gold', false)
    const [line] = planOf([acme], wishes)
    if (!line) throw new Error('a line')
    expect(changesIn([line])).toBe(2)
    expect(restOf(line, [acme])).toEqual(line)
    expect(restOf(line, [allowance('acme', 'gold', 'silver')])).toMatchObject({ allow: [], withdraw: ['gold'] })
    expect(restOf(line, [allowance('acme', 'silver')])).toBeNull()
    expect(restOf(line, [zeta])).toBeNull()
    expect(withoutWishesFor(wishes, new Set(['acme']))).toEqual(nothing)
    expect(withoutWishesFor(wishes, new Set(['zeta']))).toEqual(wishes)
  })

  test('carried out gives exactly what was wished, and then there is nothing left to do', () => {
    const policies = ['a', 'b', 'c', 'd']
    const steps = array(tuple(constantFrom(...policies), boolean()))
    assert(
      property(subarray(policies), steps, (before, wanted) => {
        const one = allowance('acme', ...before)
        const wishes = wanted.reduce((sum, [policy, wish]) => withWish(sum, one, policy, wish), nothing)
        const [line] = planOf([one], wishes)
        const after = [...before.filter((id) => !line?.withdraw.includes(id)), ...(line?.allow ?? [])]
        for (const policy of policies) expect(after.includes(policy)).toBe(isAllowed(wishes, one, policy))
        expect(planOf([allowance('acme', ...after)], wishes)).toEqual([])
      }),
    )
  })
})
