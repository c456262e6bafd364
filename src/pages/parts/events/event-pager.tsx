import { Button } from '@mantine/core'

import { PickOne } from '~/pages/parts/toolbar/pick-one'
import { m } from '~/texts/messages'

import type { ShownEvents } from './event-sift'
import { type EventView, pageSizes } from './event-view'

import classes from './events.module.css'

/** Which events of how many are shown, the way to newer and older ones, and how many there are on a page. */
export function EventPager({
  view,
  shown,
  onChange,
}: {
  readonly view: EventView
  readonly shown: ShownEvents
  readonly onChange: (view: EventView) => void
}) {
  const { rows, total, lookedThrough } = shown
  const start = (view.page - 1) * view.size
  const more = total === null ? rows.length === view.size : start + rows.length < total
  const turn = (page: number): void => onChange({ ...view, page })
  return (
    <nav className={classes['pager']} aria-label={m.events_pages()}>
      <output className={classes['soft']}>
        {rows.length === 0 || total === null
          ? m.events_shown({ n: rows.length })
          : m.events_shown_of({ from: start + 1, to: start + rows.length, total })}{' '}
        {lookedThrough && m.events_sifted(lookedThrough)}
      </output>
      <div className={classes['pages']}>
        <span className={classes['soft']} aria-hidden="true">
          {m.events_rows()}
        </span>
        <PickOne
          label={m.events_rows()}
          value={view.size}
          offers={pageSizes}
          words={String}
          onPick={(size) => onChange({ ...view, size, page: 1 })}
        />
        {(view.page > 1 || more) && (
          <>
            <Button size="xs" variant="default" disabled={view.page <= 1} onClick={() => turn(view.page - 1)}>
              {m.events_page_previous()}
            </Button>
            <span>
              {total === null
                ? m.events_page({ page: view.page })
                : m.events_page_of({ page: view.page, pages: Math.max(1, Math.ceil(total / view.size)) })}
            </span>
            <Button size="xs" variant="default" disabled={!more} onClick={() => turn(view.page + 1)}>
              {m.events_page_next()}
            </Button>
          </>
        )}
      </div>
    </nav>
  )
}
