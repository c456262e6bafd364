import { type CSSProperties, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { moved, nextNamed, type Spot, type Typed, typedOn } from '~/pages/parts/grid/grid-keys'
import { roles } from '~/pages/parts/grid/grid-roles'
import { m } from '~/texts/messages'

import type { Grounds } from './matrix-grounds'
import { MatrixHead } from './matrix-head'
import { HeadMenu, type SetCells } from './matrix-menu'
import { pressed } from './matrix-press'
import { rowDrawer } from './matrix-row'
import { focusOf, placeAt } from './matrix-spots'
import type { MatrixAction, MatrixState, Place } from './matrix-state'
import { rowHeight, useCellsInSight } from './matrix-use-sight'
import type { Shown } from './matrix-view'

import classes from './matrix.module.css'

interface GridProps {
  readonly shown: Shown
  readonly state: MatrixState
  readonly grounds: Grounds
  readonly label: string
  readonly onStep: (action: MatrixAction) => void
  readonly onSet: SetCells
}

/** The cell that an event came from, by its ids. */
function placeOf(target: EventTarget): { readonly place: Place; readonly element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  if (!element) return null
  return { element, place: { row: element.dataset['row'] ?? null, column: element.dataset['column'] ?? null } }
}

/** Tenants and policies as a grid: one stop for the Tab key, arrows inside, only the rows in sight in the document. */
export function MatrixGrid({ shown, state, grounds, label, onStep, onSet }: GridProps) {
  const { rows, columns } = shown
  const box = useRef<HTMLDivElement>(null)
  const typed = useRef<Typed>({ text: '', at: 0 })
  const [draw] = useState(rowDrawer)
  const [menu, setMenu] = useState<{ readonly anchor: HTMLElement; readonly place: Place } | null>(null)
  const { at, range } = focusOf(shown, state)

  const sight = useCellsInSight(box, { rows: rows.length, columns: columns.length }, at)

  /** Does something, then brings the focus to where the keyboard is by then. */
  const follow = (act: () => void): void => {
    flushSync(act)
    const cell = box.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const go = (to: Spot, extend: boolean): void => follow(() => onStep({ do: 'go', to: placeAt(shown, to), extend }))
  const press = (place: Place, from: Place | null, reach: boolean): void => {
    const cells = pressed({ shown, state: { ...state, from }, grounds }, place, reach)
    if (cells) follow(() => onSet(cells.bulk, cells.wanted, place))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const found = placeOf(event.target)
    if (!found) return
    const { place, element } = found
    const body = place.row !== null && place.column !== null
    const isPress = event.key === ' ' || event.key === 'Enter'
    const to = moved(at, { rows: rows.length, columns: columns.length }, event)
    const letters = typedOn(typed.current, event, event.timeStamp)
    if (to) {
      typed.current = { text: '', at: 0 }
      go(to, event.shiftKey)
    } else if (body && isPress && !state.from && element.getAttribute('aria-disabled') === 'true') element.click()
    else if (body && isPress) press(place, state.from, event.shiftKey)
    else if (event.key === 'Escape' && state.from) onStep({ do: 'narrow' })
    else if (letters) {
      typed.current = letters
      const names = at.row === -1 ? columns.map(({ name }) => name) : rows.map(({ tenant }) => tenant.name)
      const next = nextNamed(names, at.row === -1 ? at.column : at.row, letters.text)
      if (next >= 0) go(at.row === -1 ? { row: -1, column: next } : { row: next, column: at.column }, false)
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    const found = placeOf(event.target)
    if (!found) return
    const { place, element } = found
    // A pointer that goes elsewhere leaves the range of the keyboard behind.
    if (place.row !== null && place.column !== null) press(place, null, event.shiftKey)
    else {
      onStep({ do: 'go', to: place, extend: false })
      setMenu({ anchor: element, place })
    }
  }
  // One place hears for all cells, of which there may be thousands.
  const grid = { role: 'grid', onKeyDown, onClick } as const
  return (
    <>
      <div ref={box} className={classes['scroller']}>
        <table
          {...grid}
          aria-label={label}
          aria-multiselectable
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          className={classes['grid']}
          style={widthOf(columns.length)}
        >
          <MatrixHead
            rows={rows}
            columns={columns}
            inSight={sight.columns}
            wishes={state.wishes}
            active={at.row === -1 ? at.column : null}
          />
          <tbody {...roles.group} className={classes['body']} style={{ height: rows.length * rowHeight }}>
            {sight.rows.map((index) => {
              const allowance = rows[index]
              const crossed = range !== null && index >= range.top && index <= range.bottom
              return (
                allowance &&
                draw({
                  allowance,
                  columns,
                  inSight: sight.columns,
                  own: state.wishes.get(allowance.id),
                  grounds,
                  index,
                  active: index === at.row ? at.column : null,
                  rangeFrom: crossed ? range.left : 0,
                  rangeTo: crossed ? range.right : -1,
                })
              )
            })}
          </tbody>
        </table>
      </div>
      {menu && (
        <HeadMenu
          {...menu}
          shown={shown}
          wishes={state.wishes}
          grounds={grounds}
          onSet={onSet}
          onClose={() => setMenu(null)}
        />
      )}
      <p className={classes['keys']}>{m.tenants_keys()}</p>
    </>
  )
}

const widthOf = (columns: number): CSSProperties & Readonly<Record<'--columns', number>> => ({ '--columns': columns })
