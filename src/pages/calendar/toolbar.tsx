import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { type Choice, choicesOf, toggled } from '~/pages/parts/fleet/fleet-view'
import { FilterButton } from '~/pages/parts/toolbar/filter-button'
import { FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import { chosenOf, facetNames, facetValue, offered } from './filters'
import type { ChangeCalendar } from './use-view'
import { type CalendarView, hasFilters, unfiltered } from './view'

import classes from '~/pages/parts/toolbar/toolbar.module.css'

interface ToolbarProps {
  readonly rows: readonly VmRow[]
  readonly view: CalendarView
  readonly onChange: ChangeCalendar
}

/** The filters of the list of VMs, under the same names in the address. */
export function Toolbar({ rows, view, onChange }: ToolbarProps) {
  return (
    <search className={classes['toolbar']}>
      <div className={classes['line']}>
        <SearchBox
          text={view.fleet.text}
          label={m.vms_search()}
          hint={m.vms_search_hint()}
          onText={(text) => onChange((before) => ({ ...before, fleet: { ...before.fleet, text } }))}
        />
        <div className={classes['filters']}>
          {offered(rows, view).map((facet) => (
            <ValueFilter
              key={facet}
              name={facetNames[facet]()}
              choices={() => choicesOf(rows, facet, view.fleet.chosen[facet])}
              chosen={view.fleet.chosen[facet]}
              words={(value) => facetValue(facet, value)}
              onToggle={(value) => onChange((before) => ({ ...before, fleet: toggled(before.fleet, facet, value) }))}
            />
          ))}
        </div>
      </div>
      {hasFilters(view) && (
        <FilterChips
          chips={chosenOf(view, onChange)}
          clear={m.vms_filter_clear()}
          onClear={() => onChange(unfiltered)}
        />
      )}
    </search>
  )
}

function ValueFilter({
  name,
  choices,
  chosen,
  words,
  onToggle,
}: {
  readonly name: string
  readonly choices: () => readonly Choice[]
  readonly chosen: readonly string[]
  readonly words: (value: string) => string
  readonly onToggle: (value: string) => void
}) {
  const { length } = chosen
  return (
    <FilterButton
      label={length === 0 ? name : m.vms_filter_count({ facet: name, n: length })}
      about={m.vms_filter_by({ facet: name })}
      active={length > 0}
    >
      {() => (
        <div className={classes['choices']}>
          {choices().map(({ value, count }) => (
            <label key={value} className={classes['choice']}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
              <span>
                <bdi>{words(value)}</bdi>
              </span>
              <span className={classes['count']}>{formatNumber(count)}</span>
            </label>
          ))}
        </div>
      )}
    </FilterButton>
  )
}
