import { Button } from '@mantine/core'
import { Link } from 'react-router'

import type { Wishes } from '~/domain/allowance-plan'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { configurationTitle } from '~/texts/schedule-words'
import { Popup } from '~/ui/popup'

import { type Bulk, bulkOf, type Grounds } from './matrix-grounds'
import type { Place } from './matrix-state'
import type { Shown } from './matrix-view'

import classes from './matrix.module.css'

/** Sets cells alike; `at` is the cell that was pressed, when it was one. */
export type SetCells = (bulk: Bulk, wanted: boolean, at?: Place) => void

interface MenuProps {
  readonly anchor: HTMLElement
  readonly place: Place
  readonly shown: Shown
  readonly wishes: Wishes
  readonly grounds: Grounds
  readonly onSet: SetCells
  readonly onClose: () => void
}

/** What can be done with a whole row or column as it is shown, and the way to the thing itself. */
export function HeadMenu(props: MenuProps) {
  const { anchor, place, shown, onClose } = props
  const tenant = shown.rows.find(({ id }) => id === place.row)?.tenant
  const policy = shown.columns.find(({ id }) => id === place.column)
  const datacenterId = shown.rows[0]?.datacenter.id
  const name = tenant?.name ?? policy?.name ?? ''
  return (
    <Popup anchor={anchor} label={m.tenants_menu({ name })} onClose={onClose}>
      <div className={classes['menu']}>
        <p className={classes['menuName']}>
          <bdi>{name}</bdi>
        </p>
        {policy && (
          <p className={classes['soft']}>{policy.configurations.map((one) => configurationTitle(one)).join(' · ')}</p>
        )}
        <Line {...props} wanted />
        <Line {...props} wanted={false} />
        {tenant && <Link to={paths.tenant(tenant.id)}>{m.tenants_menu_tenant()}</Link>}
        {policy && datacenterId !== undefined && (
          <Link to={paths.offeredPolicy(datacenterId, policy.id)}>{m.tenants_menu_policy()}</Link>
        )}
      </div>
    </Popup>
  )
}

function Line({
  anchor,
  place,
  shown,
  wishes,
  grounds,
  onSet,
  onClose,
  wanted,
}: MenuProps & { readonly wanted: boolean }) {
  const byRow = place.row !== null
  const line = {
    rows: byRow ? shown.rows.filter(({ id }) => id === place.row) : shown.rows,
    columns: byRow ? shown.columns : shown.columns.filter(({ id }) => id === place.column),
  }
  const bulk = bulkOf(grounds, wishes, line, wanted)
  const n = bulk.cells.length
  const words = wanted
    ? byRow
      ? m.tenants_allow_row({ n })
      : m.tenants_allow_column({ n })
    : byRow
      ? m.tenants_withdraw_row({ n })
      : m.tenants_withdraw_column({ n })
  const nothing = wanted ? m.tenants_all_allowed() : m.tenants_none_allowed()
  return (
    <div className={classes['menuLine']}>
      {n > 0 && (
        <Button
          variant="default"
          size="xs"
          fullWidth
          justify="flex-start"
          onClick={() => {
            onSet(bulk, wanted)
            onClose()
            anchor.focus()
          }}
        >
          {words}
        </Button>
      )}
      {n === 0 && bulk.refused === 0 && <p className={classes['soft']}>{nothing}</p>}
      {bulk.refused > 0 && <p className={classes['soft']}>{m.tenants_said({ n: bulk.refused })}</p>}
    </div>
  )
}
