import { describe, expect, test } from 'vitest'

import type { Wishes } from '~/domain/allowance-plan'
import { allowance, offered } from '~/domain/samples'

import { step, untouched } from './matrix-state'
import { type MatrixView, readMatrixView, shownOf, writeMatrixView } from './matrix-view'

const policy = (id: string) => ({ ...offered(id), code: `LDN-${id}` })
const [acme, zeta] = [allowance('Acme', 'gold', 'silver'), allowance('Zeta', 'gold')]
const all = { rows: [acme, zeta], columns: [policy('gold'), policy('silver'), policy('vault')] }
const whole = readMatrixView(new URLSearchParams())
const none: Wishes = new Map()

const shown = (view: Partial<MatrixView>, wishes = none): string => {
  const { rows, columns } = shownOf(all, { ...whole, ...view }, wishes)
  return `${rows.map(({ id }) => id).join()} × ${columns.map(({ id }) => id).join()}`
}

describe('what of the table is shown', () => {
  test('goes into the address and comes back from it', () => {
    const view: MatrixView = { tenant: 'no', policy: 'v', changed: true, differing: true, by: 'tenant', one: '7' }
    expect(readMatrixView(writeMatrixView(view))).toEqual(view)
    expect(writeMatrixView(whole).toString()).toBe('')
  })

  test('by text, by difference and by change', () => {
    expect(shown({})).toBe('Acme,Zeta × gold,silver,vault')
    expect(shown({ tenant: ' ze ', policy: 'ldn-v' })).toBe('Zeta × vault')
    expect(shown({ differing: true })).toBe('Acme,Zeta × silver')
    const { wishes } = step(untouched, { do: 'set', cells: [{ allowance: zeta, policyId: 'vault' }], wanted: true })
    expect(shown({ changed: true }, wishes)).toBe('Zeta × vault')
    expect(shown({ differing: true }, wishes)).toBe('Acme,Zeta × silver,vault')
  })
})

describe('a step in the table', () => {
  const [first, second] = [
    { row: 'Acme', column: 'gold' },
    { row: 'Zeta', column: 'silver' },
  ]

  test('with Shift holds where it began, and a head ends the range', () => {
    const there = step({ ...untouched, at: first }, { do: 'go', to: second, extend: true })
    expect(there).toMatchObject({ at: second, from: first })
    expect(step(there, { do: 'go', to: first, extend: false }).from).toBeNull()
    expect(step(there, { do: 'go', to: { row: null, column: 'gold' }, extend: true }).from).toBeNull()
  })

  test('sets cells, remembers the last one, and forgets by row', () => {
    const cells = [acme, zeta].map((one) => ({ allowance: one, policyId: 'vault' }))
    const set = step(untouched, { do: 'set', cells, wanted: true, at: second })
    expect(set).toMatchObject({ at: second, last: second, from: null })
    expect([...set.wishes.keys()]).toEqual(['Acme', 'Zeta'])
    expect([...step(set, { do: 'forget', rows: new Set(['Acme']) }).wishes.keys()]).toEqual(['Zeta'])
    expect(step(set, { do: 'forget', rows: 'all' }).wishes.size).toBe(0)
  })
})
