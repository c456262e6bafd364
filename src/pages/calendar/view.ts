import { calendarDay, epochDay } from '~/domain/calendar'
import { formatIsoDate } from '~/domain/iso'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { filterRows, isFiltered, readView, type View, withoutFilters, writeView } from '~/pages/parts/fleet/fleet-view'

/** What the calendar shows; the words stand in the address. */
export const shows = ['days', 'table', 'week'] as const
/** See `shows`. */
export type Show = (typeof shows)[number]

/** How many days may be shown, with the day that the page is about as the last of them. */
export const dayCounts = [7, 14, 28, 31] as const
/** See `dayCounts`. */
export type DayCount = (typeof dayCounts)[number]

/** An hour in which more runs begin is called a collision, unless the person says otherwise. */
const usualLimit = 10

/** What of the calendar is shown; all of it is in the address. The filters are those of the list of VMs. */
export interface CalendarView {
  readonly fleet: View
  readonly show: Show
  readonly count: DayCount
  /** The last day, in days since 1970-01-01; null: today. */
  readonly last: number | null
  /** Only VMs with a failed or missed run. */
  readonly trouble: boolean
  readonly limit: number
}

/** Days since 1970-01-01 of a date in ISO 8601; null where it is none. */
export function readDay(text: string | null): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!parts) return null
  const number = epochDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return dayText(number) === text ? number : null
}

/** `2026-03-02`, from days since 1970-01-01. */
export const dayText = (number: number): string => formatIsoDate(calendarDay(number))

/** Reads an address; what makes no sense in it is left out. */
export function readCalendar(search: URLSearchParams): CalendarView {
  const limit = Number(search.get('limit') ?? usualLimit)
  return {
    fleet: { ...readView(search), layout: null },
    show: shows.find((show) => show === search.get('view')) ?? 'days',
    count: dayCounts.find((count) => String(count) === search.get('days')) ?? 14,
    last: readDay(search.get('until')),
    trouble: search.has('trouble'),
    limit: Number.isInteger(limit) && limit >= 0 && limit <= 100_000 ? limit : usualLimit,
  }
}

/** Writes an address without what goes without saying. */
export function writeCalendar({ fleet, show, count, last, trouble, limit }: CalendarView): URLSearchParams {
  const search = writeView(fleet)
  if (show !== 'days') search.set('view', show)
  if (count !== 14) search.set('days', String(count))
  if (last !== null) search.set('until', dayText(last))
  if (trouble) search.set('trouble', '')
  if (limit !== usualLimit) search.set('limit', String(limit))
  return search
}

/** Whether the VMs are narrowed, whatever their days. */
export const isFleetFiltered = ({ fleet }: CalendarView): boolean => isFiltered(fleet)

/** Whether the view leaves out any VM. */
export const hasFilters = (view: CalendarView): boolean => isFleetFiltered(view) || view.trouble

/** The same view of the whole fleet. */
export const unfiltered = (view: CalendarView): CalendarView => ({
  ...view,
  fleet: withoutFilters(view.fleet),
  trouble: false,
})

/**
 * The rows that the filters let through, but for trouble, which needs the judged days.
 * @param fleet Filters of the list as an address, so that the same ones are known again.
 */
export const rowsOfView = (rows: readonly VmRow[], fleet: string): readonly VmRow[] =>
  filterRows(rows, readView(new URLSearchParams(fleet)))
