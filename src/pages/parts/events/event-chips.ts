import type { FilterChip } from '~/pages/parts/toolbar/filter-chips'
import { shownZone } from '~/texts/clock'
import { eventWords } from '~/texts/event-words'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { severityWords } from '~/texts/states'

import { type EventView, nameFilters, withName, type Offers } from './event-view'
import { nameWords } from './filter-words'

const chip = (key: string, label: string, value: string, onRemove: () => void): FilterChip => ({
  key,
  label,
  value,
  remove: m.events_filter_remove({ what: label, value }),
  onRemove,
})

const at = (instant: Date): string => formatInstant(instant, shownZone())

/** The filters that are on, but for those that show themselves: the ready-made question and the searched text. */
export function chipsOf(
  view: EventView,
  offers: Offers,
  change: (part: Partial<EventView>) => void,
): readonly FilterChip[] {
  const { severity, action, from, to, names } = view
  const named = nameFilters.flatMap((name) => {
    const value = names[name]
    if (value === undefined || name === 'text') return []
    const label = offers[name]?.find((offer) => offer.value === value)?.label ?? value
    return [chip(name, nameWords[name](), label, () => change({ names: withName(names, name, null) }))]
  })
  return [
    ...(severity
      ? [
          chip('severity', m.events_severity(), severityWords({ severity, severityText: severity }), () =>
            change({ severity: null }),
          ),
        ]
      : []),
    ...(action
      ? [chip('action', m.events_filter_action(), eventWords(action) ?? action, () => change({ action: null }))]
      : []),
    ...(from ? [chip('from', m.events_filter_from(), at(from), () => change({ from: null }))] : []),
    ...(to ? [chip('to', m.events_filter_to(), at(to), () => change({ to: null }))] : []),
    ...named,
  ]
}
