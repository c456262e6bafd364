import type { ReactNode } from 'react'

import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'
import { EventDrawer } from '~/pages/parts/events/event-drawer'
import { EventPager } from '~/pages/parts/events/event-pager'
import type { ShownEvents } from '~/pages/parts/events/event-sift'
import { EventTable } from '~/pages/parts/events/event-table'
import { EventToolbar } from '~/pages/parts/events/event-toolbar'
import type { EventView, Filters } from '~/pages/parts/events/event-view'
import { m } from '~/texts/messages'
import { ShapeIcon } from '~/ui/state-mark'

import type { Names } from './list-offers'
import { whereOf } from './list-where'

import classes from './list.module.css'

/** The filters, and the events that they select, with one of them open beside. */
export function Trail({
  filters,
  view,
  look,
  names,
  actions,
  page,
  shown,
  attach,
  news,
  onNews,
  opened,
  open,
  above,
}: {
  readonly filters: Filters
  readonly view: EventView
  readonly look: (view: EventView) => void
  readonly names: Names
  readonly actions: readonly string[]
  /** Undefined until it was read. */
  readonly page: Page<TrailEvent> | undefined
  readonly shown: (page: Page<TrailEvent>) => ShownEvents
  readonly attach: (list: HTMLElement | null) => (() => void) | undefined
  /** Events that came in and are not shown yet. */
  readonly news: number
  readonly onNews: () => void
  readonly opened: string | null
  readonly open: (id: string | null) => void
  /** What belongs between the filters and the list. */
  readonly above: ReactNode
}) {
  const list = page && shown(page)
  const where = (event: TrailEvent): ReactNode => whereOf(event, names.vmOf(event))
  return (
    <div className={classes['trail']}>
      <EventToolbar filters={filters} view={view} actions={actions} offers={names.offers} onChange={look} />
      {above}
      <output className={classes['news']}>
        {news > 0 && (
          <button type="button" onClick={onNews}>
            <ShapeIcon shape="clock" />
            {m.trail_news({ n: news })}
          </button>
        )}
      </output>
      {list && (
        <>
          <div ref={attach}>
            <EventTable
              label={m.trail_table()}
              empty={m.trail_empty()}
              level={2}
              rows={list.rows}
              view={view}
              where={where}
              onOpen={({ id }) => open(id)}
              onChange={look}
            />
          </div>
          <EventPager view={view} shown={list} onChange={look} />
        </>
      )}
      <EventDrawer id={opened} events={page?.rows ?? null} related={names.related} onClose={() => open(null)} />
    </div>
  )
}
