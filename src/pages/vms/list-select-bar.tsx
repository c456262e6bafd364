import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'

import { bulkActions } from '~/domain/bulk-plan'
import { mayOpenBackup } from '~/domain/may-back-up'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'

import { selection, useSelection } from './selection'

import classes from './list-select.module.css'

const words = { backup: m.bulk_to_backup, assign: m.bulk_to_assign, remove: m.bulk_to_remove } as const

/** A text that is being written has its own use for Escape, and so has whatever stands open above the page. */
const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  document.querySelector('[role="dialog"], [role="tooltip"]') !== null

/** Selects everything that is on the list now. */
export function SelectAll({ rows, filtered }: { readonly rows: readonly VmRow[]; readonly filtered: boolean }) {
  const n = rows.length
  return (
    <button type="button" className={classes['all']} onClick={() => selection.add(rows.map(({ id }) => id))}>
      {filtered ? m.bulk_select_matching({ n }) : m.bulk_select_all({ n })}
    </button>
  )
}

/** What is selected and what can be done with it, at the lower edge of the window. */
export function SelectBar({ rows, shown }: { readonly rows: readonly VmRow[]; readonly shown: readonly VmRow[] }) {
  const chosen = useSelection()
  const verdict = explain(mayOpenBackup(useActor()))
  useHotkeys([['Escape', ({ target }) => !isBusy(target) && selection.clear()]], [])
  const n = rows.reduce((sum, { id }) => sum + Number(chosen.has(id)), 0)
  const seen = shown.reduce((sum, { id }) => sum + Number(chosen.has(id)), 0)
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
        {bulkActions.map((action) => (
          <Action
            key={action}
            verdict={verdict}
            to={`${paths.vmsBulk()}?action=${action}`}
            size="xs"
            variant={action === 'backup' ? 'filled' : 'default'}
          >
            {words[action]()}
          </Action>
        ))}
      </div>
    </section>
  )
}
