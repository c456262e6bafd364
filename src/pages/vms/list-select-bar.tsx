import { useHotkeys } from '@mantine/hooks'

import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import { SelectWays } from './list-select-ways'
import { selection, useSelection } from './selection'

import classes from '~/pages/parts/foot-bar.module.css'

/** A text that is being written has its own use for Escape, and so has whatever stands open above the page. */
const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  document.querySelector('[role="dialog"], [role="tooltip"]') !== null

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
      <output>
        <strong>{m.bulk_selected({ n })}</strong>
        {seen < n && `, ${m.bulk_selected_hidden({ n: n - seen })}`}
      </output>
      <Button size="xs" variant="subtle" onClick={selection.clear}>
        {m.bulk_clear()}
      </Button>
      <div className={classes['ways']}>
        <SelectWays />
      </div>
    </section>
  )
}
