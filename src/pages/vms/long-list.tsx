import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { type Fleet, fleet } from '~/api/queries'
import { FleetNotices } from '~/pages/parts/fleet/fleet-notices'
import { hasTenants, type VmRow } from '~/pages/parts/fleet/fleet-rows'
import { facets, isFiltered, type Layout, sortRows, type View, withoutFilters } from '~/pages/parts/fleet/fleet-view'
import { ReadFurther } from '~/pages/parts/fleet/read-further'
import { rowMaker } from '~/pages/parts/fleet/row-maker'
import type { useFleet } from '~/pages/parts/fleet/use-fleet'
import { remember } from '~/pages/parts/remember'
import { totalWords } from '~/pages/parts/total-words'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Part } from '~/ui/crash-boundary'
import { ErrorPanel } from '~/ui/error-panel'

import { VmCards, VmCardSkeletons } from './list-cards'
import { NothingMatches } from './list-empty'
import { ListEvidence } from './list-evidence'
import { storeLayout } from './list-layout'
import { SelectAll, Selected } from './list-select-all'
import { Summary } from './list-summary'
import { VmTable } from './list-table'
import { Toolbar } from './list-toolbar'
import { type ChangeView, useView } from './list-use-view'
import { LongSelectAll } from './long-select-all'
import { WindowedVms } from './long-windowed'
import { matching } from './selection'

import classes from './list.module.css'

type Reading = ReturnType<typeof useFleet>

const inOrder = remember(sortRows)

const rowsFound = remember(({ rows }: Fleet, around: Reading['around'], now: Date): readonly VmRow[] => {
  const make = rowMaker(around)
  return rows.map((vm) => make(vm, now))
})

/** As the platform has it: by its own order, and by its own search. */
const isPlain = ({ chosen, sort }: View): boolean =>
  sort.key === 'name' && facets.every((facet) => chosen[facet].length === 0)

/**
 * So many VMs that they are not read whole. The platform searches, and only the windows in sight are asked for; what it
 * has no question for, filters and other orders, goes by what was read, and says so. What a search finds is read whole
 * where it is not too long.
 */
export function LongList({ reading }: { readonly reading: Reading }) {
  const { vms, outcomes, policies, running, around, now } = reading
  const { view, change, layout, version } = useView()
  const text = view.text.trim()
  const search = useQuery({ ...fleet(text), placeholderData: keepPreviousData, enabled: text !== '' })
  const found = text === '' ? vms : search
  const rows = text === '' ? (reading.rows ?? []) : search.data ? rowsFound(search.data, around, now) : []
  const onLayout = (next: Layout) => {
    storeLayout(next)
    change((before) => ({ ...before, layout: next }))
  }
  return (
    <>
      {found.data && (
        <Summary
          rows={rows}
          total={found.data.total}
          untold={found.data.untold}
          view={view}
          onChange={change}
          {...(found.data.text !== '' && !found.data.untold && { words: m.vms_long_found({ n: found.data.total }) })}
        />
      )}
      <Toolbar
        key={version}
        rows={rows}
        view={view}
        layout={layout}
        onChange={change}
        onLayout={onLayout}
        hint={m.vms_long_search_hint()}
      />
      <FleetNotices fleet={vms} outcomes={outcomes} policies={policies} running={running} long="elsewhere" />
      {found.data && <ReadFurther reading={found.data} busy={found.isFetching} />}
      {!found.data && found.error && (
        <ErrorPanel
          error={explainError(found.error)}
          onRetry={() => void found.refetch()}
          retrying={found.isFetching}
        />
      )}
      {found.isPending && <VmCardSkeletons />}
      {found.data && (
        <Part>
          <Shown reading={reading} found={found.data} rows={rows} view={view} layout={layout} onChange={change} />
        </Part>
      )}
    </>
  )
}

interface ShownProps {
  readonly reading: Reading
  readonly found: Fleet
  readonly rows: readonly VmRow[]
  readonly view: View
  readonly layout: Layout
  readonly onChange: ChangeView
}

/** What of the list one looks at: windows of it, or a choice from what was read. */
function Shown({ reading: { vms, around, now }, found, rows, view, layout, onChange }: ShownProps) {
  // While the answer to another text is awaited, the one before is shown.
  const { text, total } = found
  const all = totalWords(vms.data ?? found)
  const clear = () => onChange(withoutFilters, 'reset')
  const onSort = (sort: View['sort']) => onChange((before) => ({ ...before, sort }))
  if (found.long && !found.untold && isPlain(view)) {
    const list = { text, descending: view.sort.direction === 'desc' }
    return (
      <>
        <div className={classes['shown']}>
          <p aria-live="polite">
            {text === '' ? m.vms_shown_all({ n: total }) : m.vms_shown({ shown: total, total: all })}
            {`, ${m.vms_long_order()}`}
          </p>
          <LongSelectAll text={text} total={total} />
          <ListEvidence />
        </div>
        <WindowedVms
          key={`${text} ${String(list.descending)}`}
          list={list}
          total={total}
          around={around}
          now={now}
          tenants={hasTenants(rows)}
          layout={layout}
          onSort={onSort}
        />
        <Selected rows={null} shown={rows} />
      </>
    )
  }
  const shown = matching(inOrder(rows, view.sort.key, view.sort.direction), { ...view, text: '' })
  return (
    <>
      <div className={classes['shown']}>
        <p aria-live="polite">
          {found.long
            ? m.vms_long_among({ shown: shown.length, read: rows.length, total: totalWords(found) })
            : m.vms_shown({ shown: shown.length, total: all })}
        </p>
        {shown.length > 0 && <SelectAll rows={shown} search={text} filtered={!found.long && isFiltered(view)} />}
        <ListEvidence />
      </div>
      {shown.length === 0 && <NothingMatches onClear={clear} />}
      {shown.length > 0 && layout === 'cards' && <VmCards rows={shown} />}
      {shown.length > 0 && layout === 'table' && (
        <VmTable rows={shown} tenants={hasTenants(shown)} sort={view.sort} onSort={onSort} />
      )}
      <Selected rows={null} shown={shown} />
    </>
  )
}
