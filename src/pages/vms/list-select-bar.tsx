import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense } from 'react'

import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import { selection, useSelection } from './selection'

import classes from './list-select.module.css'

// The words for all that can stand in the way come with the first selection, not with the list.
const SelectWays = lazy(() => import('./list-select-ways').then((module) => ({ default: module.SelectWays })))

/** A text that is being written has its own use for Escape, and so has whatever stands open above the page. */
const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  document.querySelector('[role="dialog"], [role="tooltip"]') !== null

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

const among = (chosen: ReadonlySet<string>, rows: readonly VmRow[]): number =>
  rows.reduce((sum, { id }) => sum + Number(chosen.has(id)), 0)

/**
 * What is selected and what can be done with it, at the lower edge of the window.
 * @param rows Those there are; null when not all of them were read.
 */
export function SelectBar({
  rows,
  shown,
}: {
  readonly rows: readonly VmRow[] | null
  readonly shown: readonly VmRow[]
}) {
  const chosen = useSelection()
  useHotkeys([['Escape', ({ target }) => !isBusy(target) && selection.clear()]], [])
  const n = rows ? among(chosen, rows) : chosen.size
  const seen = rows ? among(chosen, shown) : n
  if (n === 0) return null
  return (
    <section className={classes['bar']} aria-label={m.bulk_bar()}>
      <output className={classes['told']}>
        <span className={classes['count']}>{m.bulk_selected({ n })}</span>
        {seen < n && <span className={classes['soft']}>{`, ${m.bulk_selected_hidden({ n: n - seen })}`}</span>}
      </output>
      <Button size="xs" variant="subtle" onClick={selection.clear}>
        {m.bulk_clear()}
      </Button>
      <div className={classes['ways']}>
        <Suspense>
          <SelectWays />
        </Suspense>
      </div>
    </section>
  )
}
