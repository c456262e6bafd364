import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

import { useInWindow } from './in-sight'

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
  children,
}: {
  readonly label: string
  readonly items: readonly Item[]
  /** The class of a card. */
  readonly look: string
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
  })
  return (
    <ul ref={list} className={classes['column']} aria-label={label} style={{ height: total }}>
      {lines.map(({ index, start }) => {
        const item = items[index]
        return (
          item && (
            <li
              key={item.id}
              ref={measure}
              data-index={index}
              className={classes['place']}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              <div className={look}>{children(item)}</div>
            </li>
          )
        )
      })}
    </ul>
  )
}
