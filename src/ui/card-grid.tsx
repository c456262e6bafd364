import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'

import classes from './card-grid.module.css'

/** Distance between cards, in pixels; the CSS of skeletons has the same. */
export const cardGap = 12

interface Geometry {
  /** Cards beside each other. */
  readonly columns: number
  /** Where the grid begins in the document, in pixels. */
  readonly top: number
}

const columnsIn = (width: number, least: number): number =>
  Math.max(1, Math.floor((width + cardGap) / (least + cardGap)))

/**
 * Cards of one height in as many columns as fit, scrolled with the window. Only the rows in sight are in the document,
 * so ten thousand cards scroll like fifty. Draw cards with plain elements: they are drawn again on every scroll.
 */
export function CardGrid<Item extends { readonly id: string }>({
  label,
  items,
  height,
  leastWidth,
  children,
}: {
  readonly label: string
  readonly items: readonly Item[]
  /** Of every card, in pixels. */
  readonly height: number
  /** A card is at least so wide, in pixels, where the window allows it. */
  readonly leastWidth: number
  readonly children: (item: Item) => ReactNode
}) {
  const list = useRef<HTMLUListElement>(null)
  const [{ columns, top }, setGeometry] = useState<Geometry>({ columns: 1, top: 0 })

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const measure = () => {
      const box = element.getBoundingClientRect()
      const next = { columns: columnsIn(box.width, leastWidth), top: Math.round(box.top + window.scrollY) }
      setGeometry((now) => (now.columns === next.columns && now.top === next.top ? now : next))
    }
    measure()
    // The list moves when something above it comes or goes, which changes the height of the document's body.
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [leastWidth])

  const rows = useWindowVirtualizer({
    count: Math.ceil(items.length / columns),
    estimateSize: () => height + cardGap,
    scrollMargin: top,
    overscan: 2,
  })
  const width = `calc((100% - ${String((columns - 1) * cardGap)}px) / ${String(columns)})`
  return (
    <ul
      ref={list}
      className={classes['grid']}
      aria-label={label}
      style={{ height: Math.max(0, rows.getTotalSize() - cardGap) }}
    >
      {rows.getVirtualItems().flatMap((row) =>
        items.slice(row.index * columns, (row.index + 1) * columns).map((item, column) => (
          <li
            key={item.id}
            className={classes['cell']}
            aria-setsize={items.length}
            aria-posinset={row.index * columns + column + 1}
            style={{
              height,
              width,
              top: row.start - top,
              left: `calc((100% + ${String(cardGap)}px) / ${String(columns)} * ${String(column)})`,
            }}
          >
            {children(item)}
          </li>
        )),
      )}
    </ul>
  )
}

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
  return (
    <output className={classes['loading']} aria-label={label}>
      <span
        className={classes['skeletons']}
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
