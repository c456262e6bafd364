import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

import { useInWindow } from './in-sight'
import type { Items, Sight } from './items'

import classes from './card-column.module.css'

/** A card with the distance to the next, in pixels, before it was measured. */
const usualCard = 160

/**
 * Cards beneath each other, each as high as it needs, scrolled with the window. Only those in sight are in the document,
 * so ten thousand scroll like fifty. Draw cards with plain elements: they are drawn again on every scroll.
 */
export function CardColumn<Item extends { readonly id: string }>({
  label,
  items,
  look,
  blank,
  onSight,
  children,
}: {
  readonly label: string
  readonly items: Items<Item>
  /** The class of a card. */
  readonly look: string
  /** What stands for a card that is not there yet. */
  readonly blank?: ((place: number) => ReactNode) | undefined
  readonly onSight?: Sight | undefined
  readonly children: (item: Item) => ReactNode
}) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY))
    measure()
    // The list moves when something above it comes or goes, which changes the height of the document's body.
    const sizes = new ResizeObserver(measure)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [])
  const { lines, total, measure } = useInWindow({
    count: items.length,
    size: usualCard,
    margin: top,
    beyond: 4,
    onSight,
  })
  return (
    <ul ref={list} className={classes['column']} aria-label={label} style={{ height: total }}>
      {lines.map(({ index, start }) => {
        const item = items.at(index)
        return (
          <li
            key={item?.id ?? `blank ${String(index)}`}
            ref={measure}
            data-index={index}
            className={classes['place']}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            <div className={look}>{item ? children(item) : blank?.(index)}</div>
          </li>
        )
      })}
    </ul>
  )
}
