import { hasTenants, type VmRow } from '~/pages/parts/fleet/fleet-rows'
import type { Facet, Layout, SortKey, View } from '~/pages/parts/fleet/fleet-view'
import { facets, hasFailures, isFiltered, sortKeys, toggled, withoutFilters } from '~/pages/parts/fleet/fleet-view'
import { FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'

import { FacetFilter } from './list-facet-filter'
import { facetWords, sortWords, valueWords } from './list-facets'
import type { ChangeView } from './list-use-view'

import classes from '~/pages/parts/toolbar/toolbar.module.css'

interface ToolbarProps {
  readonly rows: readonly VmRow[]
  readonly view: View
  readonly layout: Layout
  readonly onChange: ChangeView
  readonly onLayout: (layout: Layout) => void
}

/** Search, filters, order and layout of the list. */
export function Toolbar({ rows, view, layout, onChange, onLayout }: ToolbarProps) {
  return (
    <search className={classes['toolbar']}>
      <div className={classes['line']}>
        <SearchBox
          text={view.text}
          label={m.vms_search()}
          hint={m.vms_search_hint()}
          onText={(text) => onChange((before) => ({ ...before, text }))}
        />
        <div className={classes['filters']}>
          {offered(rows, view).map((facet) => (
            <FacetFilter
              key={facet}
              facet={facet}
              rows={rows}
              chosen={view.chosen[facet]}
              onToggle={(value) => onChange((before) => toggled(before, facet, value))}
            />
          ))}
        </div>
        <div className={classes['ways']}>
          {layout === 'cards' && <Order view={view} onChange={onChange} />}
          <LayoutChoice layout={layout} onLayout={onLayout} />
        </div>
      </div>
      {isFiltered(view) && <ActiveFilters view={view} onChange={onChange} />}
    </search>
  )
}

/** Facets of which there is nothing to choose are left out: causes where nothing failed, tenants where all is one's own. */
const offered = (rows: readonly VmRow[], view: View): readonly Facet[] =>
  facets.filter((facet) => {
    if (view.chosen[facet].length > 0) return true
    if (facet === 'tenant') return hasTenants(rows)
    return facet !== 'cause' || hasFailures(rows)
  })

const isSortKey = (key: string): key is SortKey => sortKeys.some((known) => known === key)

function Order({ view, onChange }: { readonly view: View; readonly onChange: ChangeView }) {
  const { key, direction } = view.sort
  return (
    <div className={classes['order']}>
      <select
        aria-label={m.vms_sort()}
        value={key}
        onChange={(event) => {
          const next = event.currentTarget.value
          if (isSortKey(next)) onChange((before) => ({ ...before, sort: { key: next, direction } }))
        }}
      >
        {sortKeys.map((one) => (
          <option key={one} value={one}>
            {m.vms_sort_by({ what: sortWords[one]() })}
          </option>
        ))}
      </select>
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

function ActiveFilters({ view, onChange }: Pick<ToolbarProps, 'view' | 'onChange'>) {
  const chips = facets.flatMap((facet) =>
    view.chosen[facet].map((value) => ({
      key: `${facet} ${value}`,
      label: facetWords[facet](),
      value: valueWords(facet, value),
      remove: m.vms_filter_remove({ facet: facetWords[facet](), value: valueWords(facet, value) }),
      onRemove: () => onChange((before) => toggled(before, facet, value)),
    })),
  )
  return <FilterChips chips={chips} clear={m.vms_filter_clear()} onClear={() => onChange(withoutFilters, 'reset')} />
}
