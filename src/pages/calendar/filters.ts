import { facetChips } from '~/pages/parts/fleet/facet-chips'
import { toggled } from '~/pages/parts/fleet/fleet-view'
import type { FilterChip } from '~/pages/parts/toolbar/filter-chips'
import { m } from '~/texts/messages'

import type { ChangeCalendar } from './use-view'
import type { CalendarView } from './view'

/** The filters that are on. */
export const chosenOf = (view: CalendarView, onChange: ChangeCalendar): readonly FilterChip[] => [
  ...facetChips(view.fleet, (facet, value) =>
    onChange((before) => ({ ...before, fleet: toggled(before.fleet, facet, value) })),
  ),
  ...(view.trouble
    ? [
        {
          key: 'trouble',
          label: m.calendar_filter_trouble(),
          value: m.calendar_filter_only(),
          remove: m.calendar_filter_trouble_remove(),
          onRemove: () => onChange((before) => ({ ...before, trouble: false })),
        },
      ]
    : []),
]
