import type { CSSProperties } from 'react'

import type { CalendarDay } from '~/domain/fleet-day'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { roles } from '~/pages/parts/grid/grid-roles'
import { m } from '~/texts/messages'
import { useInBox } from '~/ui/in-sight'

import { DayCard } from './day-card'
import type { DayReader } from './days'
import { HeatHead } from './heat-head'
import { HeatRow } from './heat-row'
import type { Totals } from './totals'
import { useCells } from './use-cells'

import classes from './heat.module.css'

/** In pixels; the stylesheet has the same. On a phone the name stands above its days. */
const rowHeight = { wide: 40, narrow: 72 } as const

/** A table of VMs by days. `read` judges a VM once its row comes into sight. */
export interface HeatProps {
  readonly rows: readonly VmRow[]
  readonly days: readonly CalendarDay[]
  readonly read: DayReader
  readonly totals: Totals | null
  /** Since when the trail is whole; null: not known. */
  readonly wholeSince: Date | null
  readonly zone: string
  /** Place of today among the days, -1 when it is not among them. */
  readonly today: number
  readonly narrow: boolean
}

const widthOf = (days: number): CSSProperties & Readonly<Record<'--days', number>> => ({ '--days': days })

/** VMs by days: only the rows in sight are in the document, and only they are judged for it. */
export function HeatGrid({ rows, days, read, totals, wholeSince, zone, today, narrow }: HeatProps) {
  const { box, at, opened, close, grid } = useCells({ rows: rows.length, columns: days.length }, true)
  const height = narrow ? rowHeight.narrow : rowHeight.wide
  const { lines } = useInBox({ count: rows.length, size: height, box: () => box.current, beyond: 8 })
  const inSight = new Set([...lines.map(({ index }) => index), at.row])
  const openRow = opened && rows[opened.spot.row]
  const openDay = opened && days[opened.spot.column]
  const openJudged = openRow && read(openRow)[opened.spot.column]
  return (
    <>
      <div ref={box} className={classes['scroller']}>
        <table
          {...grid}
          key={height}
          aria-label={m.calendar_grid()}
          aria-rowcount={rows.length + 2}
          aria-colcount={days.length + 1}
          className={classes['grid']}
          data-narrow={narrow || undefined}
          data-many={days.length > 14 || undefined}
          style={widthOf(days.length)}
        >
          <HeatHead days={days} zone={zone} today={today} totals={totals} wholeSince={wholeSince} />
          <tbody {...roles.group} className={classes['body']} style={{ height: rows.length * height }}>
            {[...inSight]
              .toSorted((one, other) => one - other)
              .map((index) => {
                const row = rows[index]
                return (
                  row && (
                    <HeatRow
                      key={row.id}
                      row={row}
                      days={read(row)}
                      index={index}
                      height={height}
                      active={index === at.row ? at.column : null}
                      today={today}
                    />
                  )
                )
              })}
          </tbody>
        </table>
      </div>
      {opened && openRow && openDay && openJudged && (
        <DayCard
          key={`${openRow.id} ${openDay.number}`}
          anchor={opened.anchor}
          vm={openRow.vm}
          day={openDay}
          judged={openJudged}
          zone={zone}
          onClose={close}
        />
      )}
      <p className={classes['keys']}>{m.calendar_keys()}</p>
    </>
  )
}
