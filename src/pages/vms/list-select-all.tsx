import { lazy, Suspense } from 'react'

import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'

import { selection, useSelection } from './selection'

import classes from './list-select.module.css'

/**
 * Selects everything that is on the list now.
 * @param search What the platform was asked for to find them, where it was.
 */
export function SelectAll({
  rows,
  filtered,
  search = '',
}: {
  readonly rows: readonly VmRow[]
  readonly filtered: boolean
  readonly search?: string
}) {
  const n = rows.length
  const ids = () => rows.map(({ id }) => id)
  return (
    <button type="button" className={classes['all']} onClick={() => selection.add(ids(), search)}>
      {filtered ? m.bulk_select_matching({ n }) : m.bulk_select_all({ n })}
    </button>
  )
}

// What can be done with a selection, and all that can stand in the way, comes with the first one.
const SelectBar = lazy(() => import('./list-select-bar').then((module) => ({ default: module.SelectBar })))

/** The bar of what is selected, while something is. */
export function Selected(lists: { readonly rows: readonly VmRow[] | null; readonly shown: readonly VmRow[] }) {
  return (
    useSelection().size > 0 && (
      <Suspense>
        <SelectBar {...lists} />
      </Suspense>
    )
  )
}
