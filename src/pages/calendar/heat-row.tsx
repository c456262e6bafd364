import { Link } from 'react-router'

import type { VmDay } from '~/domain/fleet-day'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { roles } from '~/pages/parts/grid/grid-roles'
import { paths } from '~/pages/paths'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { ShapeIcon } from '~/ui/state-mark'

import { cellWords, looks } from './words'

import classes from './heat.module.css'

/** One VM, a cell for each day. Plain elements without handlers: the table hears for all cells. */
export function HeatRow({
  row: { vm },
  days,
  index,
  height,
  active,
  today,
}: {
  readonly row: VmRow
  readonly days: readonly VmDay[]
  readonly index: number
  readonly height: number
  /** The column where the keyboard is, -1 for the head; null: in another row. */
  readonly active: number | null
  readonly today: number
}) {
  return (
    <tr
      {...roles.row}
      aria-rowindex={index + 3}
      className={`${classes['line']} ${classes['row']}`}
      style={{ top: index * height, height }}
    >
      <th {...roles.rowHead} aria-colindex={1} scope="row" className={classes['name']}>
        <Link
          to={paths.vmTimeline(vm.id)}
          title={vm.name}
          tabIndex={active === -1 ? 0 : -1}
          data-row={index}
          data-column={-1}
        >
          <bdi>{vm.name}</bdi>
        </Link>
        <span className={classes['place']}>
          <bdi>{vm.datacenter?.name ?? m.vms_value_none()}</bdi>
        </span>
      </th>
      {days.map((day, column) => {
        const { shape, tone } = looks[day.state]
        const bad = day.counts.failed + day.counts.missed
        return (
          <td
            key={day.number}
            {...roles.cell}
            aria-colindex={column + 2}
            aria-label={cellWords(day)}
            aria-haspopup="dialog"
            tabIndex={active === column ? 0 : -1}
            data-row={index}
            data-column={column}
            data-tone={tone}
            data-state={day.state}
            data-today={column === today || undefined}
            className={classes['cell']}
          >
            <span className={classes['mark']}>
              <ShapeIcon shape={shape} />
              {bad > 1 && formatNumber(bad)}
            </span>
          </td>
        )
      })}
    </tr>
  )
}
