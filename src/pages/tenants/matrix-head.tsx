import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { m } from '~/texts/messages'

import { Corner } from './matrix-cell'
import { roles } from './matrix-roles'

import classes from './matrix.module.css'

/** The names of the policies; each opens what can be done with the whole column. */
export function MatrixHead({
  rows,
  columns,
  wishes,
  active,
}: {
  readonly rows: readonly Allowance[]
  readonly columns: readonly OfferedPolicy[]
  readonly wishes: Wishes
  /** The column where the keyboard is; null: not in the head. */
  readonly active: number | null
}) {
  return (
    <thead {...roles.group} className={classes['head']}>
      <tr {...roles.row} aria-rowindex={1}>
        <Corner />
        {columns.map(({ id, name }, column) => (
          <th key={id} scope="col" {...roles.columnHead} aria-colindex={column + 2} className={classes['columnHead']}>
            <button
              type="button"
              tabIndex={active === column ? 0 : -1}
              className={classes['headButton']}
              aria-haspopup="dialog"
              title={name}
              data-cell
              data-column={id}
            >
              <bdi>{name}</bdi>
            </button>
            <span className={classes['count']}>
              {m.tenants_count({ n: rows.filter((row) => isAllowed(wishes, row, id)).length, total: rows.length })}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
