import { describe, expect, test } from 'vitest'

import { actor as someone, allowance, offered } from '~/domain/samples'

import { bulkOf, type Grounds } from './matrix-grounds'
import { pressed } from './matrix-press'
import { type MatrixState, type Place, step, untouched } from './matrix-state'

const shown = {
  rows: [allowance('a'), allowance('b', 'gold'), allowance('c')],
  columns: ['gold', 'silver'].map((id) => offered(id)),
}
const actor = someone('tenants.manage')
const grounds: Grounds = { actor, sending: false, vmsOf: () => null }
const at = (row: string, column: string): Place => ({ row, column })

/** The cells that a press sets, and to what. */
function set(place: Place, state: Partial<MatrixState> = {}, reach = false): string | undefined {
  const found = pressed({ shown, state: { ...untouched, ...state }, grounds }, place, reach)
  if (!found) return undefined
  return `${found.bulk.cells.map((cell) => `${cell.allowance.id} ${cell.policyId}`).join()} ${String(found.wanted)}`
}

describe('a press on a cell', () => {
  test('turns it over', () => {
    expect(set(at('a', 'gold'))).toBe('a gold true')
    expect(set(at('b', 'gold'))).toBe('b gold false')
    expect(set(at('gone', 'gold'))).toBeUndefined()
  })

  test('makes a whole range what the cell becomes, in whatever direction it was drawn', () => {
    expect(set(at('a', 'silver'), { from: at('b', 'gold') })).toBe('a gold,a silver,b silver true')
  })

  test('with Shift reaches from the cell that was set last, and makes all what that one is', () => {
    const { wishes, last } = step(untouched, {
      do: 'set',
      cells: [{ allowance: shown.rows[0] ?? allowance('a'), policyId: 'silver' }],
      wanted: true,
      at: at('a', 'silver'),
    })
    expect(set(at('c', 'silver'), { wishes, last }, true)).toBe('b silver,c silver true')
    expect(set(at('c', 'silver'), {}, true)).toBe('c silver true')
  })

  test('leaves what may not be set, and counts it', () => {
    const line = { rows: shown.rows, columns: shown.columns.slice(0, 1) }
    const stranger: Grounds = { ...grounds, actor: { ...actor, may: new Set() } }
    expect(bulkOf(stranger, untouched.wishes, line, true)).toEqual({ cells: [], refused: 2 })
    expect(bulkOf({ ...grounds, sending: true }, untouched.wishes, line, false)).toEqual({ cells: [], refused: 1 })
    expect(bulkOf(grounds, untouched.wishes, line, true).cells).toHaveLength(2)
  })
})
