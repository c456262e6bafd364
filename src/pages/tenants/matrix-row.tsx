import type { ReactNode } from 'react'

import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { roles } from '~/pages/parts/grid/grid-roles'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'

import { MatrixCell } from './matrix-cell'
import type { Grounds } from './matrix-grounds'
import { rowHeight } from './matrix-use-sight'

import classes from './matrix.module.css'

/** What a tenant's row of the table is drawn from: equal values do not draw it again. */
export interface RowLook {
  readonly allowance: Allowance
  readonly columns: readonly OfferedPolicy[]
  /** The columns that are drawn, by position. */
  readonly inSight: readonly number[]
  /** The changes of this row alone: those of others do not draw it again. */
  readonly own: ReadonlyMap<string, boolean> | undefined
  readonly grounds: Grounds
  readonly index: number
  /** The column where the keyboard is, -1 for the head; null: in another row. */
  readonly active: number | null
  /** Columns of a range that crosses this row; the first is beyond the last where none does. */
  readonly rangeFrom: number
  readonly rangeTo: number
}

function MatrixRow({ allowance, columns, inSight, own, grounds, index, active, rangeFrom, rangeTo }: RowLook) {
  const wanted = ({ id }: OfferedPolicy): boolean => own?.get(id) ?? allowance.policyIds.includes(id)
  const { name } = allowance.tenant
  return (
    <tr
      {...roles.row}
      aria-rowindex={index + 2}
      className={classes['row']}
      style={{ top: index * rowHeight, height: rowHeight }}
    >
      <th scope="row" {...roles.rowHead} aria-colindex={1} className={classes['rowHead']}>
        <button
          type="button"
          tabIndex={active === -1 ? 0 : -1}
          className={classes['headButton']}
          aria-haspopup="dialog"
          title={name}
          data-cell
          data-row={allowance.id}
        >
          <bdi>{name}</bdi>
        </button>
        <span className={classes['count']}>
          {m.tenants_count({ n: columns.filter(wanted).length, total: columns.length })}
        </span>
      </th>
      {inSight.map((column) => {
        const policy = columns[column]
        return (
          policy && (
            <MatrixCell
              key={policy.id}
              allowance={allowance}
              policy={policy}
              wanted={wanted(policy)}
              grounds={grounds}
              column={column}
              active={active === column}
              inRange={column >= rangeFrom && column <= rangeTo}
            />
          )
        )
      })}
    </tr>
  )
}

const same = (a: RowLook, b: RowLook): boolean =>
  a.allowance === b.allowance &&
  a.columns === b.columns &&
  a.inSight.length === b.inSight.length &&
  a.inSight.every((column, at) => column === b.inSight[at]) &&
  a.own === b.own &&
  a.grounds === b.grounds &&
  a.index === b.index &&
  a.active === b.active &&
  a.rangeFrom === b.rangeFrom &&
  a.rangeTo === b.rangeTo

/**
 * Draws rows, and gives the same element for a row of which nothing changed: React then leaves its cells alone, so a
 * press in one cell of a large table draws one row.
 */
export function rowDrawer(): (look: RowLook) => ReactNode {
  const drawn = perLanguage(() => new Map<string, { readonly look: RowLook; readonly row: ReactNode }>())
  return (look) => {
    const known = drawn().get(look.allowance.id)
    if (known && same(known.look, look)) return known.row
    const row = <MatrixRow key={look.allowance.id} {...look} />
    drawn().set(look.allowance.id, { look, row })
    return row
  }
}
