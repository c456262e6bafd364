import { protectionStates } from '~/domain/protection'
import { hasTenants, type VmRow } from '~/pages/parts/fleet/fleet-rows'
import { type Facet, facets, toggled } from '~/pages/parts/fleet/fleet-view'
import type { FilterChip } from '~/pages/parts/toolbar/filter-chips'
import { causeWords } from '~/texts/failure-words'
import { m } from '~/texts/messages'
import { protectionWords } from '~/texts/states'

import type { ChangeCalendar } from './use-view'
import type { CalendarView } from './view'

/** What a filter is called. */
export const facetNames: Readonly<Record<Facet, () => string>> = {
  protection: m.vms_facet_protection,
  cause: m.failures_cause,
  state: m.vms_facet_state,
  datacenter: m.vms_facet_datacenter,
  tenant: m.vms_tenant,
  appliance: m.vms_facet_appliance,
}

/** A value of a filter in words; names as they came. */
export function facetValue(facet: Facet, value: string): string {
  if (value === '') return m.vms_value_none()
  if (facet === 'cause') return causeWords(value)
  const state = facet === 'protection' && protectionStates.find((one) => one === value)
  return state ? protectionWords(state) : value
}

/** Tenants are only offered where there are several. The others of the list count when they are in the address. */
export const offered = (rows: readonly VmRow[], { fleet }: CalendarView): readonly Facet[] =>
  hasTenants(rows) || fleet.chosen.tenant.length > 0
    ? ['protection', 'datacenter', 'tenant']
    : ['protection', 'datacenter']

const chip = (label: string, value: string, onRemove: () => void): FilterChip => ({
  key: `${label} ${value}`,
  label,
  value,
  remove: m.vms_filter_remove({ facet: label, value }),
  onRemove,
})

/** The filters that are on. */
export function chosenOf(view: CalendarView, onChange: ChangeCalendar): readonly FilterChip[] {
  return [
    ...facets.flatMap((facet) =>
      view.fleet.chosen[facet].map((value) =>
        chip(facetNames[facet](), facetValue(facet, value), () =>
          onChange((before) => ({ ...before, fleet: toggled(before.fleet, facet, value) })),
        ),
      ),
    ),
    ...(view.trouble
      ? [
          {
            ...chip(m.calendar_filter_trouble(), m.calendar_filter_only(), () =>
              onChange((before) => ({ ...before, trouble: false })),
            ),
            remove: m.calendar_filter_trouble_remove(),
          },
        ]
      : []),
  ]
}
