import { lazy, memo, type ReactNode, Suspense, useRef, useState } from 'react'

import { atRest } from './at-rest'
import { cardGap, rowsInSight, useCardColumns } from './card-columns'
import { type Cell, useCells } from './cells'
import type { InSight } from './in-sight'
import type { Items, Sight } from './items'
import { useQuickLinks } from './quick-links'

import classes from './card-grid.module.css'
import skeleton from './skeleton-rows.module.css'

/** Rows beyond the edges of the window that are drawn as well. */
const beyond = 2

// What finds the rows in sight comes once the first screen of cards is drawn, and only for more cards than that.
const LinesInWindow = lazy(async () => {
  await atRest()
  const { LinesInWindow: Found } = await import('./lines-in-window')
  return { default: Found }
})

/**
 * Cards of one height in as many columns as fit, scrolled with the window. Only the rows in sight are in the document,
 * so ten thousand cards scroll like fifty, and they show one item after another. Draw cards with plain elements, links as
 * anchors: they are drawn again on every scroll. A card that keeps something of its item between two drawings bears the
 * item's id as its key.
 */
export function CardGrid<Item extends { readonly id: string }>({
  label,
  items,
  height,
  leastWidth,
  children,
  blank,
  onSight,
}: {
  readonly label: string
  readonly items: Items<Item>
  /** Of every card, in pixels. */
  readonly height: number
  /** A card is at least so wide, in pixels, where the window allows it. */
  readonly leastWidth: number
  readonly children: (item: Item) => ReactNode
  /** What stands for an item that is not there yet. */
  readonly blank?: (place: number) => ReactNode
  readonly onSight?: Sight
}) {
  const list = useRef<HTMLUListElement>(null)
  const columns = useCardColumns(list, leastWidth)
  useQuickLinks(list)
  const size = height + cardGap
  const rows = Math.ceil(items.length / columns)
  const [firstScreen] = useState(() => rowsInSight(size))
  const [found, setFound] = useState<InSight['lines'] | null>(null)
  const isLong = rows > firstScreen || onSight !== undefined
  const lines =
    (isLong && found) ||
    Array.from({ length: Math.min(rows, firstScreen) }, (_, index) => ({ index, start: index * size }))
  const placesOf = (row: number) =>
    Array.from({ length: Math.min(columns, items.length - row * columns) }, (_, column) => row * columns + column)
  const cells = useCells(
    list,
    lines
      .flatMap((row) => placesOf(row.index))
      .map((place) => ({ key: items.at(place)?.id ?? `blank ${String(place)}`, place })),
  )
  const width = `calc((100% - ${String((columns - 1) * cardGap)}px) / ${String(columns)})`
  const sizes = {
    height: Math.max(0, rows * size - cardGap),
    '--card-height': `${String(height)}px`,
    '--card-width': width,
  }
  return (
    <>
      <ul ref={list} className={classes['grid']} aria-label={label} style={sizes}>
        {cells.map((cell) => {
          const item = items.at(cell.place)
          return (
            <GridCell key={cell.element} cell={cell} columns={columns} size={size} count={items.length}>
              {item ? children(item) : blank?.(cell.place)}
            </GridCell>
          )
        })}
      </ul>
      {isLong && (
        <Suspense>
          <LinesInWindow
            count={rows}
            size={size}
            list={list}
            beyond={beyond}
            onSight={(first, last) => onSight?.(first * columns, (last + 1) * columns - 1)}
            known={found}
            isThere={(row) => placesOf(row).every((place) => items.at(place) !== undefined)}
            onLines={setFound}
          />
        </Suspense>
      )}
    </>
  )
}

const GridCell = memo(function GridCell({
  cell: { place, element },
  columns,
  size,
  count,
  children,
}: {
  readonly cell: Cell
  readonly columns: number
  readonly size: number
  readonly count: number
  readonly children: ReactNode
}) {
  return (
    <li
      data-element={element}
      className={classes['cell']}
      aria-setsize={count}
      aria-posinset={place + 1}
      style={{
        top: Math.floor(place / columns) * size,
        left: `calc((100% + ${String(cardGap)}px) / ${String(columns)} * ${String(place % columns)})`,
      }}
    >
      {children}
    </li>
  )
})

/** Grey cards in the geometry of the real ones, before anything is known. */
export function CardSkeletons({
  label,
  count,
  height,
  leastWidth,
  children,
}: {
  readonly label: string
  readonly count: number
  readonly height: number
  readonly leastWidth: number
  readonly children: ReactNode
}) {
  const grid = useRef<HTMLSpanElement>(null)
  // Looked at for the cards that come in this place.
  useCardColumns(grid, leastWidth)
  return (
    <output className={classes['loading']} aria-label={label}>
      <span
        ref={grid}
        className={`${classes['skeletons'] ?? ''} ${skeleton['breathing'] ?? ''}`}
        style={{
          gap: cardGap,
          gridTemplateColumns: `repeat(auto-fill, minmax(min(${String(leastWidth)}px, 100%), 1fr))`,
        }}
      >
        {Array.from({ length: count }, (_, place) => (
          <span key={place} style={{ height }} aria-hidden="true">
            {children}
          </span>
        ))}
      </span>
    </output>
  )
}
