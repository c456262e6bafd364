import { calendarDay, epochDay } from '~/domain/calendar'
import { formatIsoDate, parseIsoDate, parseIsoDateTime } from '~/domain/iso'
import { localDayOf, localInstant } from '~/domain/local-day'

/** How many days the lanes show at once, from near to far. */
export const spans = [
  { key: '1d', days: 1 },
  { key: '2d', days: 2 },
  { key: '1w', days: 7 },
  { key: '2w', days: 14 },
  { key: '1m', days: 31 },
  { key: '3m', days: 92 },
  { key: '1y', days: 366 },
] as const

/** How much of the time is shown at once; the word stands in the address. */
export type SpanKey = (typeof spans)[number]['key']

const usualSpan: SpanKey = '2w'

/** How the reader looks at the timeline. All of it lives in the address, so that a link shows the same. */
export interface TimelineView {
  /** First day, in days since 1970-01-01 of the calendar on screen; null follows the clock. */
  readonly from: number | null
  readonly span: SpanKey
  readonly table: boolean
  /** The moment to come back to. */
  readonly moment: Date | null
}

const daysOf = (span: SpanKey): number => spans.find(({ key }) => key === span)?.days ?? 14

/** Reads the address; anything that it does not know is the default: two weeks around now, as lanes. */
export function readTimelineView(params: URLSearchParams): TimelineView {
  const from = parseIsoDate(params.get('from') ?? '')
  const moment = parseIsoDateTime(params.get('moment') ?? '')
  return {
    from: from.ok ? epochDay(from.value.year, from.value.month, from.value.day) : null,
    span: spans.find(({ key }) => key === params.get('span'))?.key ?? usualSpan,
    table: params.get('as') === 'table',
    moment: moment.ok ? moment.value.instant : null,
  }
}

/** Writes a view into an address. Defaults are left out, and every other part of the address stays. */
export function writeTimelineView(params: URLSearchParams, view: TimelineView): URLSearchParams {
  const next = new URLSearchParams(params)
  const put = (key: string, value: string | null): void => {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  put('from', view.from === null ? null : formatIsoDate(calendarDay(view.from)))
  put('span', view.span === usualSpan ? null : view.span)
  put('as', view.table ? 'table' : null)
  put('moment', view.moment?.toISOString() ?? null)
  return next
}

/** Most of what is shown has passed; the rest lies ahead. */
const firstDay = (view: TimelineView, today: number): number => view.from ?? today - Math.floor(daysOf(view.span) * 0.8)

/** From the midnight of the first day to the midnight after the last, on the clocks of a zone. */
export function rangeOf(view: TimelineView, zone: string, now: Date): { readonly from: Date; readonly to: Date } {
  const first = firstDay(view, localDayOf(zone, now))
  return { from: localInstant(zone, first), to: localInstant(zone, first + daysOf(view.span)) }
}

/** One step nearer (`-1`) or further (`1`), around the middle of what is shown; the same view at the end of the scale. */
export function zoomed(view: TimelineView, step: -1 | 1): TimelineView {
  const place = spans.findIndex(({ key }) => key === view.span)
  const next = spans[place + step]
  if (!next) return view
  const middle = view.from === null ? null : view.from + daysOf(view.span) / 2
  return { ...view, span: next.key, from: middle === null ? null : Math.floor(middle - next.days / 2) }
}

/** Half of what is shown earlier (`-1`) or later (`1`), at least a day. */
export function shifted(view: TimelineView, step: -1 | 1, zone: string, now: Date): TimelineView {
  const by = Math.max(1, Math.floor(daysOf(view.span) / 2))
  return { ...view, from: firstDay(view, localDayOf(zone, now)) + step * by }
}

/** Shows the whole days in which a stretch of time lies, with the nearest span that holds it. */
export function viewOf(view: TimelineView, from: Date, to: Date, zone: string): TimelineView {
  const first = localDayOf(zone, from)
  const count = localDayOf(zone, to) - first + 1
  const span = spans.find(({ days }) => days >= count)?.key ?? '1y'
  return { ...view, from: first - Math.floor((daysOf(span) - count) / 2), span }
}

/** Where an instant stands in a range: 0 at its start, 1 at its end. */
export const placeIn = (range: { readonly from: Date; readonly to: Date }, at: number): number =>
  (at - range.from.getTime()) / Math.max(1, range.to.getTime() - range.from.getTime())
