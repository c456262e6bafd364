import { FleetFilters } from '~/pages/parts/fleet/fleet-filters'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { m } from '~/texts/messages'

import { chosenOf } from './filters'
import type { ChangeCalendar } from './use-view'
import { type CalendarView, hasFilters, unfiltered } from './view'

import classes from '~/pages/parts/toolbar/toolbar.module.css'

/** The filters of the list of VMs, under the same names in the address. */
export const Toolbar = ({
  rows,
  view,
  onChange,
}: {
  readonly rows: readonly VmRow[]
  readonly view: CalendarView
  readonly onChange: ChangeCalendar
}) => (
  <search className={classes['toolbar']}>
    <div className={classes['line']}>
      <FleetFilters
        rows={rows}
        view={view.fleet}
        onChange={(change) => onChange((before) => ({ ...before, fleet: change(before.fleet) }))}
      />
    </div>
    {hasFilters(view) && (
      <FilterChips chips={chosenOf(view, onChange)} clear={m.vms_filter_clear()} onClear={() => onChange(unfiltered)} />
    )}
  </search>
)
