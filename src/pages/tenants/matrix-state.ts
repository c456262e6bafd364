import { type Wishes, withoutWishesFor, withWish } from '~/domain/allowance-plan'
import type { Allowance } from '~/domain/tenant'

/** A cell of the table by the ids of its allowance and its policy; null: the head of the row or of the column. */
export interface Place {
  readonly row: string | null
  readonly column: string | null
}

/** One tenant and one policy. */
export interface Cell {
  readonly allowance: Allowance
  readonly policyId: string
}

/** The table in the hands of its person: what was changed and not yet sent, and where the keyboard is. */
export interface MatrixState {
  readonly wishes: Wishes
  /** Where the keyboard is; what it names may be filtered away. */
  readonly at: Place | null
  /** Where a range begins that ends at `at`; null when there is none. */
  readonly from: Place | null
  /** The cell that was set last: a press with Shift reaches from there. */
  readonly last: Place | null
}

/** A step of the person. `narrow`: the filters changed, so a range that was chosen may lie out of sight. */
export type MatrixAction =
  | { readonly do: 'go'; readonly to: Place; readonly extend: boolean }
  | { readonly do: 'set'; readonly cells: readonly Cell[]; readonly wanted: boolean; readonly at?: Place }
  | { readonly do: 'narrow' }
  /** Forgets the changes of some rows, or of all. */
  | { readonly do: 'forget'; readonly rows: ReadonlySet<string> | 'all' }

/** As it is opened. */
export const untouched: MatrixState = { wishes: new Map(), at: null, from: null, last: null }

const isBody = ({ row, column }: Place): boolean => row !== null && column !== null

/** What a step of the person makes of the table. */
export function step(state: MatrixState, action: MatrixAction): MatrixState {
  switch (action.do) {
    case 'go': {
      const from = action.extend ? (state.from ?? state.at) : null
      return { ...state, at: action.to, from: from && isBody(from) && isBody(action.to) ? from : null }
    }
    case 'set': {
      const wishes = action.cells.reduce(
        (sum, { allowance, policyId }) => withWish(sum, allowance, policyId, action.wanted),
        state.wishes,
      )
      return action.at ? { wishes, at: action.at, from: null, last: action.at } : { ...state, wishes, from: null }
    }
    case 'narrow':
      return { ...state, from: null }
    case 'forget':
      return {
        ...state,
        from: null,
        wishes: action.rows === 'all' ? new Map() : withoutWishesFor(state.wishes, action.rows),
      }
  }
}
