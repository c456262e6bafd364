import { facetChips } from '~/pages/parts/fleet/facet-chips'
import { sortWords } from '~/pages/parts/fleet/facet-words'
import { FleetFilters } from '~/pages/parts/fleet/fleet-filters'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import type { Layout, View } from '~/pages/parts/fleet/fleet-view'
import { isFiltered, sortKeys, toggled, withoutFilters } from '~/pages/parts/fleet/fleet-view'
import { FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { PickOne } from '~/pages/parts/toolbar/pick-one'
import { m } from '~/texts/messages'

import type { ChangeView } from './list-use-view'

import classes from '~/pages/parts/toolbar/toolbar.module.css'

interface ToolbarProps {
  readonly rows: readonly VmRow[]
  readonly view: View
  readonly layout: Layout
  readonly onChange: ChangeView
  readonly onLayout: (layout: Layout) => void
  /** What a search looks at, where that is less than usual. */
  readonly hint?: string
}

/** Search, filters, order and layout of the list. */
export function Toolbar({ rows, view, layout, onChange, onLayout, hint }: ToolbarProps) {
  return (
    <search className={classes['toolbar']}>
      <div className={classes['line']}>
        <FleetFilters rows={rows} view={view} onChange={onChange} {...(hint !== undefined && { hint })} />
        <div className={classes['ways']}>
          {layout === 'cards' && <Order view={view} onChange={onChange} />}
          <LayoutChoice layout={layout} onLayout={onLayout} />
        </div>
      </div>
      {isFiltered(view) && (
        <FilterChips
          chips={facetChips(view, (facet, value) => onChange((before) => toggled(before, facet, value)))}
          clear={m.vms_filter_clear()}
          onClear={() => onChange(withoutFilters, 'reset')}
        />
      )}
    </search>
  )
}

function Order({ view, onChange }: { readonly view: View; readonly onChange: ChangeView }) {
  const { key, direction } = view.sort
  return (
    <div className={classes['order']}>
      <PickOne
        label={m.vms_sort()}
        value={key}
        offers={sortKeys}
        words={(one) => m.vms_sort_by({ what: sortWords[one]() })}
        onPick={(next) => onChange((before) => ({ ...before, sort: { key: next, direction } }))}
      />
      <button
        type="button"
        aria-label={direction === 'asc' ? m.vms_sort_ascending() : m.vms_sort_descending()}
        title={direction === 'asc' ? m.vms_sort_ascending() : m.vms_sort_descending()}
        onClick={() =>
          onChange((before) => ({ ...before, sort: { key, direction: direction === 'asc' ? 'desc' : 'asc' } }))
        }
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" data-direction={direction}>
          <path d="M8 13V3M4 7l4-4 4 4" />
        </svg>
      </button>
    </div>
  )
}

const layouts = [
  {
    layout: 'cards',
    words: m.vms_layout_cards,
    path: 'M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5h-4.5zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5h-4.5z',
  },
  { layout: 'table', words: m.vms_layout_table, path: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h11' },
] as const

function LayoutChoice({ layout, onLayout }: { readonly layout: Layout; readonly onLayout: (layout: Layout) => void }) {
  return (
    <fieldset className={classes['layout']}>
      <legend>{m.vms_layout()}</legend>
      {layouts.map((one) => (
        <button
          key={one.layout}
          type="button"
          aria-label={one.words()}
          title={one.words()}
          aria-pressed={layout === one.layout}
          onClick={() => onLayout(one.layout)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={one.path} />
          </svg>
        </button>
      ))}
    </fieldset>
  )
}
