import { type KeyboardEvent, useId, useState } from 'react'

import type { BackupPolicy } from '~/domain/policy'
import type { Situation } from '~/domain/situation'
import { m } from '~/texts/messages'

import { TimelineAxis } from './timeline-axis'
import type { TimelineRow } from './timeline-items'
import { TimelineLane } from './timeline-lane'
import type { TimelineMark } from './timeline-marks'
import { TimelineOpened } from './timeline-opened'
import { toTheEnd } from './timeline-scroll'

import classes from './timeline.module.css'

/** What the keyboard asks of the timeline beside going from mark to mark. */
export interface TimelineMoves {
  readonly zoom: (step: -1 | 1) => void
  readonly shift: (step: -1 | 1) => void
  readonly show: (from: Date, to: Date) => void
}

const place = (element: HTMLElement, of: 'row' | 'x'): number => Number(element.dataset[of])

/** The mark that an arrow leads to: along the lane, or the nearest one of the next lane that has any. */
function neighbour(grid: HTMLElement, here: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...grid.querySelectorAll<HTMLElement>('button[data-row]')]
  const own = all.filter((mark) => place(mark, 'row') === place(here, 'row'))
  const at = own.indexOf(here)
  if (key === 'Home') return own[0]
  if (key === 'End') return own.at(-1)
  if (key === 'ArrowLeft') return own[at - 1]
  if (key === 'ArrowRight') return own[at + 1]
  const down = key === 'ArrowDown'
  const rows = all
    .map((mark) => place(mark, 'row'))
    .filter((row) => (down ? row > place(here, 'row') : row < place(here, 'row')))
  const next = down ? Math.min(...rows) : Math.max(...rows)
  return all
    .filter((mark) => place(mark, 'row') === next)
    .toSorted((a, b) => Math.abs(place(a, 'x') - place(here, 'x')) - Math.abs(place(b, 'x') - place(here, 'x')))[0]
}

const walks = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

interface Opened {
  /** Of the lane and the mark. */
  readonly key: string
  readonly anchor: HTMLElement
  readonly mark: TimelineMark
}

/** The lanes of a VM under one axis. One stop of the Tab key; inside, the keyboard walks from mark to mark. */
export function TimelineLanes({
  rows,
  range,
  zone,
  now,
  moment,
  situation,
  policies,
  moves,
}: {
  readonly rows: readonly TimelineRow[]
  readonly range: { readonly from: Date; readonly to: Date }
  readonly zone: string
  readonly now: Date
  readonly moment: Date | null
  readonly situation: Situation
  readonly policies: readonly BackupPolicy[] | null
  readonly moves: TimelineMoves
}) {
  const [reached, setReached] = useState<string | null>(null)
  const keysId = useId()
  const [opened, setOpened] = useState<Opened | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const grid = event.currentTarget
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
    if (walks.has(event.key)) {
      event.preventDefault()
      const onMark = event.target.dataset['row'] !== undefined
      const next = onMark
        ? neighbour(grid, event.target, event.key)
        : grid.querySelector<HTMLElement>('button[data-row]')
      next?.focus()
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return
    }
    const steps: Readonly<Record<string, () => void>> = {
      '+': () => moves.zoom(-1),
      '=': () => moves.zoom(-1),
      '-': () => moves.zoom(1),
      PageUp: () => moves.shift(-1),
      PageDown: () => moves.shift(1),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    // The mark that has the focus may not be there afterwards.
    grid.focus()
    step()
  }
  const keys = rows.flatMap(({ key, items }) => items.map(({ id }) => `${key} ${id}`))
  const reachable = reached !== null && keys.includes(reached) ? reached : null
  const grid = { role: 'grid', onKeyDown } as const
  const firstWithMarks = rows.findIndex(({ items }) => items.length > 0)
  return (
    <>
      <div className={classes['box']} ref={toTheEnd}>
        <div className={classes['inner']}>
          <TimelineAxis range={range} zone={zone} now={now} moment={moment} />
          <table
            {...grid}
            tabIndex={-1}
            className={classes['grid']}
            aria-label={m.timeline_lanes()}
            aria-describedby={keysId}
          >
            <tbody className={classes['rows']}>
              {rows.map((row, index) => (
                <TimelineLane
                  key={row.key}
                  row={row}
                  place={index}
                  range={range}
                  zone={zone}
                  vm={situation.vm}
                  policies={policies}
                  reached={reachable}
                  takesTab={reachable === null && index === firstWithMarks}
                  opened={opened && opened.key}
                  onReach={setReached}
                  onOpen={(anchor, mark) => setOpened({ key: `${row.key} ${mark.key}`, anchor, mark })}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p id={keysId} className={classes['keys']}>
        {m.timeline_keys()}
      </p>
      {opened && (
        <TimelineOpened
          anchor={opened.anchor}
          mark={opened.mark}
          zone={zone}
          situation={situation}
          onShow={moves.show}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}
