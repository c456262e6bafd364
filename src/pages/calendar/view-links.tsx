import { Link } from 'react-router'

import { m } from '~/texts/messages'

import { type CalendarView, type Show, shows, writeCalendar } from './view'

import classes from './page.module.css'

const words: Readonly<Record<Show, () => string>> = {
  days: m.calendar_view_days,
  table: m.calendar_view_table,
  week: m.calendar_view_week,
}

/** The three ways to look at the calendar: links that keep the filters. */
export const ViewLinks = ({ view }: { readonly view: CalendarView }) => (
  <nav aria-label={m.calendar_views()} className={classes['views']}>
    {shows.map((show) => (
      <Link
        key={show}
        to={{ search: writeCalendar({ ...view, show }).toString() }}
        aria-current={show === view.show ? 'page' : undefined}
        preventScrollReset
        replace
      >
        {words[show]()}
      </Link>
    ))}
  </nav>
)
