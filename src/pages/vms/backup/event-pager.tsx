import { Button } from '@mantine/core'

import { m } from '~/texts/messages'

import { eventsPerPage, type EventView } from './event-view'

import classes from './events.module.css'

/** Which events of how many are shown, and the way to newer and older ones. */
export function EventPager({
  view,
  shown,
  total,
  readTo,
  all,
  onPage,
}: {
  readonly view: EventView
  readonly shown: number
  /** Null when the platform does not say. */
  readonly total: number | null
  /** How many of the newest were looked through, when not all of them were. */
  readonly readTo: number | null
  readonly all: number | null
  readonly onPage: (page: number) => void
}) {
  const start = (view.page - 1) * eventsPerPage
  const more = total === null ? shown === eventsPerPage : start + shown < total
  return (
    <nav className={classes['pager']} aria-label={m.events_pages()}>
      <output className={classes['soft']}>
        {shown === 0 || total === null
          ? m.events_shown({ n: shown })
          : m.events_shown_of({ from: start + 1, to: start + shown, total })}{' '}
        {readTo !== null && all !== null && m.events_sifted({ n: readTo, total: all })}
      </output>
      {(view.page > 1 || more) && (
        <div className={classes['pages']}>
          <Button size="xs" variant="default" disabled={view.page <= 1} onClick={() => onPage(view.page - 1)}>
            {m.events_page_previous()}
          </Button>
          <span>
            {total === null
              ? m.events_page({ page: view.page })
              : m.events_page_of({ page: view.page, pages: Math.max(1, Math.ceil(total / eventsPerPage)) })}
          </span>
          <Button size="xs" variant="default" disabled={!more} onClick={() => onPage(view.page + 1)}>
            {m.events_page_next()}
          </Button>
        </div>
      )}
    </nav>
  )
}
