import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { roles } from '~/pages/parts/grid/grid-roles'
import { m } from '~/texts/messages'

import { Corner } from './matrix-cell'

import classes from './matrix.module.css'

/** The names of the policies; each opens what can be done with the whole column. */
export function MatrixHead({
  rows,
  columns,
  inSight,
  wishes,
  active,
}: {
  readonly rows: readonly Allowance[]
  readonly columns: readonly OfferedPolicy[]
  /** The columns that are drawn, by position. */
  readonly inSight: readonly number[]
  readonly wishes: Wishes
  /** The column where the keyboard is; null: not in the head. */
  readonly active: number | null
}) {
  return (
    <thead {...roles.group} className={classes['head']}>
      <tr {...roles.row} aria-rowindex={1}>
        <Corner />
        {inSight.map((column) => {
          const policy = columns[column]
          return (
            policy && (
              <Column
                key={policy.id}
                rows={rows}
                policy={policy}
                column={column}
                wishes={wishes}
                active={active === column}
              />
            )
          )
        })}
      </tr>
    </thead>
  )
}

function Column({
  rows,
  policy: { id, name },
  column,
  wishes,
  active,
}: {
  readonly rows: readonly Allowance[]
  readonly policy: OfferedPolicy
  readonly column: number
  readonly wishes: Wishes
  readonly active: boolean
}) {
  return (
    <th
      scope="col"
      {...roles.columnHead}
      aria-colindex={column + 2}
      className={classes['columnHead']}
      style={{ gridColumn: column + 2 }}
    >
      <button
        type="button"
        tabIndex={active ? 0 : -1}
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
  )
}
