import { startTransition, useState } from 'react'

import { m } from '~/texts/messages'
import { ShapeIcon } from '~/ui/state-mark'

import { FacetFilter } from './list-facet-filter'
import { facetWords, sortWords, valueWords } from './list-facets'
import type { VmRow } from './list-rows'
import type { ChangeView } from './list-use-view'
import type { Layout, SortKey, View } from './list-view'
import { facets, isFiltered, sortKeys, toggled, withoutFilters } from './list-view'

import classes from './list-toolbar.module.css'

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
        <SearchBox text={view.text} onText={(text) => onChange((before) => ({ ...before, text }))} />
        <div className={classes['filters']}>
          {facets.map((facet) => (
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

/** Holds the typed text itself, so that a letter is on the screen before ten thousand rows have followed it. */
function SearchBox({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  return (
    <div className={classes['search']}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 0 0 0-9.5zM10.5 10.5l3.25 3.25" />
      </svg>
      <input
        type="search"
        aria-label={m.vms_search()}
        aria-keyshortcuts="/"
        placeholder={m.vms_search_hint()}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => {
          const next = event.currentTarget.value
          setTyped(next)
          startTransition(() => onText(next))
        }}
      />
    </div>
  )
}

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
  return (
    <div className={classes['active']}>
      {facets.flatMap((facet) =>
        view.chosen[facet].map((value) => (
          <button
            key={`${facet} ${value}`}
            type="button"
            className={classes['chip']}
            aria-label={m.vms_filter_remove({ facet: facetWords[facet](), value: valueWords(facet, value) })}
            onClick={() => onChange((before) => toggled(before, facet, value))}
          >
            <span className={classes['facet']}>{facetWords[facet]()}</span>
            {valueWords(facet, value)}
            <ShapeIcon shape="close" />
          </button>
        )),
      )}
      <button type="button" className={classes['clear']} onClick={() => onChange(withoutFilters, 'reset')}>
        {m.vms_filter_clear()}
      </button>
    </div>
  )
}
