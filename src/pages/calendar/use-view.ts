import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { type CalendarView, readCalendar, writeCalendar } from './view'

/** A change of what is shown, from what is shown at that moment. */
export type ChangeCalendar = (change: (view: CalendarView) => CalendarView) => void

/** What is shown is the address; a change writes it without a new entry in the history. */
export function useCalendarView(): { readonly view: CalendarView; readonly change: ChangeCalendar } {
  const { search } = useLocation()
  const navigate = useNavigate()
  const view = readCalendar(new URLSearchParams(search))
  // Two changes may come before the first is drawn; the second must build on it.
  const latest = useRef({ search, view })
  const change: ChangeCalendar = (make) => {
    const base = latest.current.search === search ? latest.current.view : view
    const next = make(base)
    latest.current = { search, view: next }
    void navigate({ search: writeCalendar(next).toString() }, { replace: true, preventScrollReset: true })
  }
  return { view, change }
}
